// Reads the JSON files that stand beside models: one that is damaged is named, and what stands in it is never quoted.
import type { z } from 'zod';
import { HomeroomError } from '../errors/homeroom-error.ts';

export const AGAIN = 'Put it back from a copy, or make it again: npx homeroom train --task TASK.';

export class ModelFileDamagedError extends HomeroomError {
  constructor(key: string, place: string, mend: string) {
    super('MODEL_FILE_DAMAGED', `A file of the models is not what was written: ${place}.`, {
      where: key,
      mend,
    });
  }
}

/** @throws ModelFileDamagedError */
export function parsedAs<T>(schema: z.ZodType<T>, text: string, key: string, mend: string): T {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ModelFileDamagedError(key, 'it is no JSON', mend);
  }
  const found = schema.safeParse(document);
  if (found.success) return found.data;
  const path = found.error.issues[0]?.path.join('.') ?? '';
  throw new ModelFileDamagedError(key, path === '' ? 'it has another form' : `see ${path}`, mend);
}
