// A directory lake that notes which step read, wrote or deleted in which zone; put in place by trace-zones.ts.
import { directoryLake as realLake } from '../../src/adapters/directory-lake.ts';
import type { Lake } from '../../src/lake/lake.ts';

export type Use = 'reads' | 'writes' | 'deletes';

const uses = new Set<string>();
let current = 'nobody';

export function enterStep(step: string): void {
  current = step;
}

/** `step use zone`, sorted. */
export function recorded(): string[] {
  return [...uses].sort();
}

export function directoryLake(root: string): Lake {
  const lake = realLake(root);
  const note = (use: Use, key: string) => uses.add(`${current} ${use} ${key.split('/')[0]}`);
  const spy =
    <A extends unknown[], R>(use: Use, at: number, method: (...given: A) => R) =>
    (...given: A): R => {
      note(use, String(given[at]));
      return method(...given);
    };
  return {
    ...lake,
    fetch: spy('reads', 0, lake.fetch),
    readText: spy('reads', 0, lake.readText),
    exists: spy('reads', 0, lake.exists),
    list: spy('reads', 0, lake.list),
    size: spy('reads', 0, lake.size),
    publish: spy('writes', 1, lake.publish),
    writeText: spy('writes', 0, lake.writeText),
    createText: spy('writes', 0, lake.createText),
    replaceText: spy('writes', 0, lake.replaceText),
    remove: spy('deletes', 0, lake.remove),
  };
}
