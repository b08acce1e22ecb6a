// What people decided about two ids: one person or two. The log is kept, and every run and rebuild follows it.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import type { Link } from './clusters.ts';

export const decisionsKey = 'decisions/identity.jsonl';

const ref = z.string().regex(/^[a-z][a-z0-9_]*:[0-9a-f]{32}$/);

/** Written as `<id system>:<pseudonym>`. */
export function isIdRef(text: string): boolean {
  return ref.safeParse(text).success;
}

export const decisionSchema = z.strictObject({
  kind: z.enum(['merge', 'unmerge']),
  /** `<id system>:<pseudonym>` */
  a: ref,
  b: ref,
  by: z.string(),
  at: z.string(),
});

export type Decision = z.infer<typeof decisionSchema>;

export interface Decided {
  readonly merges: readonly Link[];
  readonly unmerges: readonly Link[];
}

export async function readDecisions(lake: Lake): Promise<Decision[]> {
  const text = (await lake.readText(decisionsKey)) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => decisionSchema.parse(JSON.parse(line)));
}

export async function addDecision(lake: Lake, decision: Decision): Promise<void> {
  const before = (await lake.readText(decisionsKey)) ?? '';
  await lake.writeText(decisionsKey, `${before}${JSON.stringify(decisionSchema.parse(decision))}\n`);
}

/** The last word about each pair, whichever way round it was given; sorted. */
export function decided(log: readonly Decision[]): Decided {
  const last = new Map<string, { kind: Decision['kind']; pair: Link }>();
  for (const { kind, a, b } of log) {
    const pair: Link = a < b ? [a, b] : [b, a];
    last.set(pair.join(' '), { kind, pair });
  }
  const of = (kind: Decision['kind']) =>
    [...last.values()]
      .filter((d) => d.kind === kind)
      .map((d) => d.pair)
      .sort((x, y) => (x.join(' ') < y.join(' ') ? -1 : 1));
  return { merges: of('merge'), unmerges: of('unmerge') };
}
