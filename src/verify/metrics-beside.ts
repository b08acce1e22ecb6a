// Measures and numbers that stand beside each other: two measures at one number, and a measure without any.
import { isKind, type MentionOf, type NumberMention } from './mention.ts';
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

/** Nothing in the sentence tells of this measure, or it is added with "and" to a number of another. */
export function bareMetric(
  m: MentionOf<'metric'>,
  scene: Scene,
  told: readonly { readonly start: number; readonly end: number }[],
): boolean {
  const others = told.filter((t) => t.end <= m.start || t.start >= m.end);
  const own = scene.segments.find((s) => m.start >= s.start && m.start < s.end);
  const within = others.some((t) => own && t.start >= own.start && t.start < own.end);
  const shared = scene.segments.some((s) =>
    s.mentions.some((o) => o !== m && o.kind === 'metric' && o.metrics.some((x) => m.metrics.includes(x))),
  );
  return others.length === 0 || (!within && !shared && /^(?:and|but|y|e|pero)\b/.test(own?.said ?? ''));
}
