// One number beside two measures: students who are both are counted only where one measure is made of the other.
import { isKind, type NumberMention } from './mention.ts';
import type { Scene } from './segments.ts';

/** Whose students a measure is made of. */
const MADE_OF = new Map([['no_contact', 'chronic_absence']]);

/** The measures that a number is of; undefined where its place decides, null where nobody has counted it. */
export function metricsBeside(n: NumberMention, scene: Scene): readonly string[] | null | undefined {
  const own = scene.segments.find((s) => n.start < s.end);
  const named = (own?.mentions ?? []).filter(isKind('metric')).map((m) => m.metrics);
  const all = scene.segments.flatMap((s) => s.mentions.filter(isKind('metric'))).map((m) => m.metrics);
  for (const [part, whole] of MADE_OF) {
    const both = n.role === 'population' ? all : named;
    if ([part, whole].every((metric) => both.some((m) => m.includes(metric)))) return [part];
  }
  const apart = named.some((a) => named.some((b) => !a.some((metric) => b.includes(metric))));
  return apart ? null : undefined;
}
