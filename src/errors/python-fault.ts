// What a Python program of the models says on standard error when it ends: its fault, or no more than an error's kind.
import { z } from 'zod';

const faultSchema = z.object({
  code: z.string().optional(),
  what: z.string(),
  where: z.string(),
  mend: z.string(),
});

export type PythonFault = z.infer<typeof faultSchema>;

/** The fault in the last line, if it is one. */
export function faultIn(said: string): PythonFault | undefined {
  let document: unknown;
  try {
    document = JSON.parse(lastLine(said));
  } catch {
    return undefined;
  }
  return faultSchema.safeParse(document).data;
}

/** The name of an error's class: a library's message may quote a student's row. */
export function kindIn(said: string): string {
  const named = /^(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Interrupt)(?=:|$)/;
  // Behind the error's line a library may print a stack of its own.
  return (
    said
      .split('\n')
      .map((line) => named.exec(line)?.[0])
      .findLast((name) => name !== undefined) ?? 'without a word'
  );
}

function lastLine(said: string): string {
  return said.trim().split('\n').at(-1) ?? '';
}
