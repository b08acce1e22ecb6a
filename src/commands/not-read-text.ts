// The sentence about files that no run reads.
import type { NotRead } from '../intake/not-read.ts';

export function notReadText({ module, files, because }: NotRead): string {
  const of = module === '' ? '' : ` of ${module}`;
  return `not read: ${files} ${files === 1 ? 'file' : 'files'}${of}, because ${because}`;
}
