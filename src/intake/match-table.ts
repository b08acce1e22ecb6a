// Finds which table of a contract a file belongs to: by its path, and by its header where the path does not tell.
import type { Contract } from '../contract/contract.ts';
import { bindHeader } from './header.ts';

const compiled = new Map<string, RegExp>();

/** A glob of "**", "*", "?" and "{a,b}" as a pattern for whole paths, without regard to case. */
export function globPattern(glob: string): RegExp {
  const before = compiled.get(glob);
  if (before) return before;
  const source = glob
    .replaceAll(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '\u0000')
    .replaceAll('**', '\u0001')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\u0000', '(?:.*/)?')
    .replaceAll('\u0001', '.*')
    .replaceAll(/\{([^{}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(',', '|')})`);
  const pattern = new RegExp(`^${source}$`, 'i');
  compiled.set(glob, pattern);
  return pattern;
}

/** Tables whose declared paths fit, in the contract's order. */
export function tablesByPath(contract: Contract, path: string): string[] {
  return Object.entries(contract.tables)
    .filter(([, t]) => t.files.some((glob) => globPattern(glob).test(path)))
    .map(([name]) => name);
}

/** Among `candidates`, the table that claims most of the header and misses nothing it requires. */
export function tableByHeader(
  contract: Contract,
  candidates: readonly string[],
  header: readonly string[],
): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const name of candidates) {
    const table = contract.tables[name];
    if (table?.header !== 'names' || table.refuse !== undefined) continue;
    const { positions, missing } = bindHeader(table, header);
    if (missing.length === 0 && positions.size > most) {
      best = name;
      most = positions.size;
    }
  }
  return best;
}
