// Finds the file that a person means by a batch id or by (the end of) its name.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { TakenFile } from './taken-file.ts';

export class FileUnknownError extends HomeroomError {
  constructor(word: string, district: string) {
    super('FILE_UNKNOWN', 'No file in quarantine has this name or batch.', {
      where: word,
      mend: `npx homeroom quarantine list --district ${district} --all shows both.`,
    });
  }
}

export class FileAmbiguousError extends HomeroomError {
  constructor(word: string, files: readonly TakenFile[]) {
    const some = files.slice(0, 5).map((f) => f.facts.batch?.batchId ?? f.raw);
    super('FILE_AMBIGUOUS', `${files.length} files in quarantine have this name.`, {
      where: word,
      mend: `Name one by its batch or its place in raw: ${some.join(', ')}${files.length > 5 ? ', …' : ''}.`,
    });
  }
}

/** A batch id may be cut short to its first eight characters, a name to its last parts. */
const leastBatch = 8;

/** @throws FileUnknownError, FileAmbiguousError */
export function findFile(files: readonly TakenFile[], word: string, district: string): TakenFile {
  const exact = files.filter((f) => f.raw === word || f.facts.fileName === word);
  const found = exact.length > 0 ? exact : files.filter((f) => isMeant(f, word));
  const [only] = found;
  if (!only) throw new FileUnknownError(word, district);
  if (found.length > 1) throw new FileAmbiguousError(word, found);
  return only;
}

function isMeant({ facts }: TakenFile, word: string): boolean {
  if (facts.fileName.endsWith(`/${word}`)) return true;
  return word.length >= leastBatch && (facts.batch?.batchId.startsWith(word) ?? false);
}
