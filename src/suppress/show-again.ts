// Shows again what turned out not to be needed: later moves often make earlier ones superfluous.
import type { Hiding } from './hiding.ts';

/** Unfinished moves looked at for each cell that loses its proof. */
const PATIENCE = 300;

/** The most costly first; a cell stays shown when everything hidden is still protected without it. */
export function showAgain(hiding: Hiding): void {
  const { model, ranges } = hiding;
  const spare = hiding
    .hidden()
    .filter((i) => !hiding.isFixed(i))
    .sort((a, b) => hiding.costOf(b) - hiding.costOf(a) || a - b);
  const unproven = new Set(hiding.hidden().filter((c) => !ranges.proven(c)));
  for (const i of [...spare.filter((c) => isGroup(c)), ...spare.filter((c) => !isGroup(c))]) {
    const whole = model.group[i];
    if (whole !== undefined && hiding.isHidden(whole)) continue;
    hiding.show(i);
    const taken = ranges.withdraw(i);
    const touched = new Set([...taken.values()].flatMap((move) => [...move.keys()]));
    touched.delete(i);
    const safe = [...touched].every(
      (c) => !hiding.isHidden(c) || unproven.has(c) || hiding.protectWithin(c, PATIENCE),
    );
    if (safe) continue;
    hiding.hide(i);
    ranges.restore(taken);
  }
  function isGroup(i: number): boolean {
    return model.group[i] === undefined;
  }
}
