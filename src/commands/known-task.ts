// Finds the task, or the model of a task, that the command line names.
import type { ModelEntry, Registry, TaskEntry } from '../registry/registry.ts';
import type { Command, Invocation } from './command.ts';
import { UnknownModelError, UnknownTaskError } from './model-errors.ts';
import { UsageError } from './usage-error.ts';

/** @throws UnknownTaskError also for a word such as "constructor", which every object answers to. */
export function knownTask(tasks: Registry['tasks'], task: string): TaskEntry {
  const entry = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  if (entry === undefined) throw new UnknownTaskError(task, Object.keys(tasks));
  return entry;
}

/** A model that the registry remembers; a path is none. @throws UnknownModelError */
export function knownModel(entry: TaskEntry, task: string, model: string): ModelEntry {
  const found = entry.models.find((m) => m.modelId === model);
  if (found === undefined) throw new UnknownModelError(task, model);
  return found;
}

/** The words behind the command's name. @throws UsageError for too few or too many. */
export function namedWords(given: Invocation, command: Command, least: number, most = least): string[] {
  const words = [...given.positionals];
  if (words.length >= least && words.length <= most) return words;
  const problem = words.length < least ? 'A name is missing' : `"${words[most] ?? ''}" is one word too many`;
  throw new UsageError(
    `${problem}.`,
    `homeroom ${command.name}`,
    `${command.usage}, such as: npx homeroom ${command.examples[0] ?? command.name}`,
  );
}
