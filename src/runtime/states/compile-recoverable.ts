// Task, Map and Parallel: the states with Retry and Catch.
import { compileInner } from './compile.ts';
import type { Place } from './compile-state.ts';
import {
  type CatcherShape,
  type MapShape,
  type ParallelShape,
  PROCESSOR_SHAPE,
  type RetrierShape,
  type TaskShape,
} from './definition.ts';
import { isKnownErrorName } from './error-names.ts';
import { compileExit } from './exit.ts';
import type { Catcher, MapState, ParallelState, Retrier, TaskState } from './machine.ts';
import { handlerFor } from './resources.ts';
import type { Site } from './site.ts';
import { compileOptional } from './template.ts';

export function compileTask(shape: TaskShape, place: Place): TaskState | undefined {
  const { name, where, site } = place;
  const resource = shape.Resource;
  const handler = handlerFor(site.resources, resource);
  const compiled = {
    ...{ type: 'Task' as const, name, where, resource },
    ...compileRecovery(shape, place),
    arguments: compileOptional(shape.Arguments, `${where}.Arguments`, site),
    timeoutSeconds: compileOptional(shape.TimeoutSeconds, `${where}.TimeoutSeconds`, site),
  };
  if (handler !== undefined) return { ...compiled, handler };
  const mend = `Give a handler for it; there are handlers for ${Object.keys(site.resources).join(', ') || 'nothing'}.`;
  site.faults.push({ where: `${where}.Resource`, problem: `unknown resource ${resource}`, mend });
  return undefined;
}

export function compileMap(shape: MapShape, place: Place): MapState | undefined {
  const { name, where, site } = place;
  const processor = compileInner(shape.ItemProcessor, `${where}.ItemProcessor`, site, PROCESSOR_SHAPE);
  const compiled = {
    ...{ type: 'Map' as const, name, where },
    ...compileRecovery(shape, place),
    items: compileOptional(shape.Items, `${where}.Items`, site),
    itemSelector: compileOptional(shape.ItemSelector, `${where}.ItemSelector`, site),
    maxConcurrency: compileOptional(shape.MaxConcurrency, `${where}.MaxConcurrency`, site),
    toleratedFailureCount: compileOptional(
      shape.ToleratedFailureCount,
      `${where}.ToleratedFailureCount`,
      site,
    ),
    toleratedFailurePercentage: compileOptional(
      shape.ToleratedFailurePercentage,
      `${where}.ToleratedFailurePercentage`,
      site,
    ),
  };
  return processor === undefined ? undefined : { ...compiled, processor };
}

export function compileParallel(shape: ParallelShape, place: Place): ParallelState {
  const { name, where, site } = place;
  return {
    ...{ type: 'Parallel', name, where },
    ...compileRecovery(shape, place),
    arguments: compileOptional(shape.Arguments, `${where}.Arguments`, site),
    branches: shape.Branches.flatMap(
      (branch, position) => compileInner(branch, `${where}.Branches.${position}`, site) ?? [],
    ),
  };
}

function compileRecovery(shape: TaskShape | MapShape | ParallelShape, { where, site }: Place) {
  const retriers = shape.Retry ?? [];
  const catchers = shape.Catch ?? [];
  checkErrorNames(retriers, `${where}.Retry`, site);
  checkErrorNames(catchers, `${where}.Catch`, site);
  return {
    exit: compileExit(shape, where, site, 'result'),
    retry: retriers.map(compileRetrier),
    catch: catchers.map((catcher, position): Catcher => {
      const exit = compileExit(catcher, `${where}.Catch.${position}`, site, 'errorOutput');
      return { errorEquals: catcher.ErrorEquals, exit };
    }),
  };
}

function compileRetrier(shape: RetrierShape): Retrier {
  return {
    errorEquals: shape.ErrorEquals,
    intervalSeconds: shape.IntervalSeconds ?? 1,
    maxAttempts: shape.MaxAttempts ?? 3,
    backoffRate: shape.BackoffRate ?? 2,
    maxDelaySeconds: shape.MaxDelaySeconds,
    jitter: shape.JitterStrategy ?? 'NONE',
  };
}

// States.ALL stands alone and comes last, else what follows it could never match.
function checkErrorNames(entries: readonly (RetrierShape | CatcherShape)[], where: string, site: Site): void {
  for (const [position, { ErrorEquals: names }] of entries.entries()) {
    const at = `${where}.${position}.ErrorEquals`;
    for (const name of names) {
      if (isKnownErrorName(name)) continue;
      const problem = `"${name}" is not a reserved error name, and only those may begin with "States."`;
      site.faults.push({ where: at, problem, mend: 'Mend the spelling.' });
    }
    if (!names.includes('States.ALL')) continue;
    if (names.length > 1)
      site.faults.push({ where: at, problem: 'States.ALL must stand alone', mend: 'Drop the others.' });
    if (position < entries.length - 1) {
      site.faults.push({
        where: at,
        problem: 'States.ALL must come last',
        mend: 'Move this entry to the end.',
      });
    }
  }
}
