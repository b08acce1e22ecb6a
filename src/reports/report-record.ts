// What a report run made, written last: whoever looks for pages finds either all of them or none.
import { z } from 'zod';

export const reportSchema = z.strictObject({
  release: z.string(),
  run_date: z.string(),
  pages: z.array(
    z.strictObject({
      kind: z.enum(['district', 'school']),
      key: z.string(),
      name: z.string(),
      lang: z.enum(['en', 'es']),
      html: z.string(),
      letter: z.string(),
      a4: z.string(),
      /** Who wrote the sentences, and why not the model where one was asked. */
      written_by: z.string(),
      why: z.string().nullable(),
    }),
  ),
  numbers: z.int(),
  hidden: z.int(),
  seconds: z.number(),
});
export type ReportRecord = z.output<typeof reportSchema>;
