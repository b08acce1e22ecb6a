// One state of a definition → one compiled state.
import type { z } from 'zod';
import { compileMap, compileParallel, compileTask } from './compile-recoverable.ts';
import { type ChoiceShape, type FailShape, STATE_SHAPES, type WaitShape } from './definition.ts';
import { faultsOf } from './definition-faults.ts';
import { compileExit } from './exit.ts';
import type { ChoiceState, FailState, State, WaitState } from './machine.ts';
import type { Site } from './site.ts';
import { compileOptional, compileTemplate } from './template.ts';

/** What every compiler of a state type is given besides the shape. */
export interface Place {
  readonly name: string;
  readonly where: string;
  readonly site: Site;
}

/** Undefined when the state was refused; the reasons are then noted at the site. */
export function compileState(raw: { Type: string }, place: Place): State | undefined {
  const { name, where, site } = place;
  switch (raw.Type) {
    case 'Task':
      return whenValid(STATE_SHAPES.Task, raw, place, compileTask);
    case 'Map':
      return whenValid(STATE_SHAPES.Map, raw, place, compileMap);
    case 'Parallel':
      return whenValid(STATE_SHAPES.Parallel, raw, place, compileParallel);
    case 'Choice':
      return whenValid(STATE_SHAPES.Choice, raw, place, compileChoice);
    case 'Wait':
      return whenValid(STATE_SHAPES.Wait, raw, place, compileWait);
    case 'Fail':
      return whenValid(STATE_SHAPES.Fail, raw, place, compileFail);
    case 'Pass':
      return whenValid(STATE_SHAPES.Pass, raw, place, (shape) => {
        return { type: 'Pass', name, where, exit: compileExit(shape, where, site) };
      });
    case 'Succeed':
      return whenValid(STATE_SHAPES.Succeed, raw, place, (shape) => {
        return { type: 'Succeed', name, where, exit: compileExit(shape, where, site) };
      });
    default: {
      const mend = `Use one of ${Object.keys(STATE_SHAPES).join(', ')}.`;
      site.faults.push({ where: `${where}.Type`, problem: `unknown state type "${raw.Type}"`, mend });
      return undefined;
    }
  }
}

function compileChoice(shape: ChoiceShape, { name, where, site }: Place): ChoiceState {
  const rules = shape.Choices.map((rule, position) => {
    const at = `${where}.Choices.${position}`;
    const condition = compileTemplate(rule.Condition, `${at}.Condition`, site);
    return { condition, exit: compileExit(rule, at, site) };
  });
  // The state's own Assign and Output belong to the Default; a rule's belong to the rule.
  const otherwise = compileExit({ ...shape, Next: shape.Default }, where, site);
  return {
    type: 'Choice',
    name,
    where,
    rules,
    otherwise: shape.Default === undefined ? undefined : otherwise,
  };
}

function compileWait(shape: WaitShape, { name, where, site }: Place): WaitState {
  return {
    ...{ type: 'Wait', name, where },
    seconds: compileOptional(shape.Seconds, `${where}.Seconds`, site),
    timestamp: compileOptional(shape.Timestamp, `${where}.Timestamp`, site),
    exit: compileExit(shape, where, site),
  };
}

function compileFail(shape: FailShape, { name, where, site }: Place): FailState {
  return {
    ...{ type: 'Fail', name, where },
    error: compileOptional(shape.Error, `${where}.Error`, site),
    cause: compileOptional(shape.Cause, `${where}.Cause`, site),
  };
}

function whenValid<S>(
  shape: z.ZodType<S>,
  raw: unknown,
  place: Place,
  compile: (shape: S, place: Place) => State | undefined,
): State | undefined {
  const parsed = shape.safeParse(raw);
  if (parsed.success) return compile(parsed.data, place);
  place.site.faults.push(...faultsOf(parsed.error, place.where));
  return undefined;
}
