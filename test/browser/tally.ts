// Counts what was tested in the browser and what of it failed, and says so in one table.

import { textTable } from '../../src/commands/text-table.ts';
import { messageOf } from '../../src/errors/message-of.ts';

export interface Tally {
  /** Runs one test of a group; what it throws is kept and told at the end. */
  test(group: string, name: string, run: () => Promise<void>): Promise<void>;
  /** A figure that was measured, for the table. */
  note(group: string, said: string): void;
  /** The table and the failures; true when something ran and nothing failed. */
  told(say: (text: string) => void): boolean;
}

interface Group {
  ran: number;
  seconds: number;
  readonly failed: { readonly name: string; readonly why: string }[];
  readonly notes: string[];
}

export function newTally(): Tally {
  const groups = new Map<string, Group>();
  const at = (name: string): Group => {
    const group = groups.get(name) ?? { ran: 0, seconds: 0, failed: [], notes: [] };
    groups.set(name, group);
    return group;
  };
  return {
    async test(group, name, run) {
      const started = performance.now();
      const into = at(group);
      try {
        await run();
      } catch (error) {
        into.failed.push({ name, why: messageOf(error) });
      }
      into.ran += 1;
      into.seconds += (performance.now() - started) / 1000;
    },
    note: (group, said) => void at(group).notes.push(said),
    told(say) {
      const rows = [...groups].map(([name, g]) => [
        name,
        String(g.ran),
        String(g.failed.length),
        g.seconds.toFixed(1),
        g.notes.join('; '),
      ]);
      say(textTable(['what', 'tests', 'failed', 'seconds', 'measured'], rows));
      for (const [name, g] of groups)
        for (const f of g.failed) say(`\nFAILED ${name}: ${f.name}\n  ${f.why}`);
      const ran = [...groups.values()].reduce((n, g) => n + g.ran, 0);
      const failed = [...groups.values()].reduce((n, g) => n + g.failed.length, 0);
      say(`\n${ran} tests in the browser, ${failed} failed.`);
      return ran > 0 && failed === 0;
    },
  };
}

/** @throws Error with what was expected and what came */
export function same<T>(came: T, expected: T, what: string): void {
  const [a, b] = [JSON.stringify(came), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a?.slice(0, 400)} instead of ${b?.slice(0, 400)}`);
}
