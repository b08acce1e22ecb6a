// The part of a district file that says whom mail reaches, in which language and at what hours.
import { z } from 'zod';

const word = z.string().trim().min(1);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM, 00:00 to 23:59');

const recipient = z
  .strictObject({
    role: z.enum(['district_admin', 'principal', 'counselor', 'data_office']),
    email: z.email('must be a mail address'),
    school: word.optional().describe("The school's own id in its source, its key or its name."),
    lang: z.enum(['en', 'es']).default('en'),
    optional: z.boolean().default(false).describe('The recipient may unsubscribe.'),
  })
  .refine((r) => r.school !== undefined || !['principal', 'counselor'].includes(r.role), {
    path: ['school'],
    message: 'must be named for a principal and for a counselor',
  });

export type Recipient = z.output<typeof recipient>;

/** Keys of `reports` in the district file. */
export const mailKeys = {
  recipients: z.array(recipient).default([]).describe('Who gets a digest of each run, by role.'),
  quietHours: z
    .strictObject({ from: time.default('19:00'), to: time.default('07:00') })
    .prefault({})
    .describe("By the district's clock; mail waits until they end. The same time twice: no quiet hours."),
  from: z.email('must be a mail address').optional().describe('Address that digests and letters come from.'),
  paper: z.enum(['letter', 'a4']).default('letter').describe('Sheet of the page that a digest brings.'),
};
