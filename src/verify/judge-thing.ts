// Do the names, groups, periods and days of a sentence stand in the facts?
import type { ClaimKind, Judged } from './claim.ts';
import { judgeDate } from './judge-state.ts';
import { judged } from './look-up.ts';
import type { Mention, MentionOf } from './mention.ts';
import type { Scene } from './segments.ts';
import type { World } from './world.ts';

export function thingClaim(
  world: World,
  m: Mention,
  modules: readonly string[],
  text: string,
  scene: Scene,
): { kind: ClaimKind; judged: Judged } | null {
  const yes = judged('follows', [], '');
  switch (m.kind) {
    case 'subject':
      return m.keys.length > 0
        ? { kind: 'name', judged: yes }
        : { kind: 'name', judged: judged('unsupported', [], 'The facts hold no other school.') };
    case 'source':
      return { kind: 'name', judged: yes };
    case 'part':
      return { kind: 'name', judged: partClaim(world, m, scene) };
    case 'period':
      return {
        kind: 'period',
        judged: m.periods.length > 0 ? yes : judged('unsupported', [], 'The facts have no such period.'),
      };
    case 'date':
      return { kind: 'date', judged: judgeDate(world, m.days, modules, /\b(?:before|antes)\b/.test(text)) };
    default:
      return null;
  }
}

function partClaim(world: World, m: MentionOf<'part'>, scene: Scene): Judged {
  if (m.part === 'everyone') return judged('follows', [], '');
  const { metrics } = scene.at(m.start);
  const part = m.part;
  const values = 'grade' in part ? [part.grade] : part.values;
  const there = world.facts.some(
    (f) =>
      (metrics === null || metrics.includes(f.metric)) &&
      ((f.group !== null && values.some((v) => sameValue(f.group?.value ?? '', v))) ||
        (f.about.kind === 'grade' && values.some((v) => f.about.name.includes(v.replace(/^0/, ''))))),
  );
  return there
    ? judged('follows', [], '')
    : judged('unsupported', [], 'The facts say nothing of this group here.');
}

const sameValue = (a: string, b: string) => a.toLowerCase() === b.toLowerCase() || a.padStart(2, '0') === b;
