// A task or a model is one that the registry holds: no word of the language, no path, not one too few or too many.
import { describe, expect, it } from '@jest/globals';
import type { TaskEntry } from '../registry/registry.ts';
import type { Invocation } from './command.ts';
import { knownModel, knownTask, namedWords } from './known-task.ts';
import { modelsCompare } from './models-compare.ts';

const entry: TaskEntry = {
  champion: 'm1',
  since: '2026-03-10',
  reasons: [],
  learnt: '',
  models: [
    {
      modelId: 'm1',
      runId: 'r',
      decidedOn: '2026-03-10',
      approval: 'Approved',
      decision: 'promote',
      reasons: [],
    },
  ],
};
const given = (...positionals: string[]): Invocation => ({
  positionals,
  text: () => undefined,
  need: () => '',
  texts: () => [],
  flag: () => false,
  json: false,
  out: () => undefined,
  err: () => undefined,
});

describe('a task by its name', () => {
  it('is found where the registry holds it', () => {
    expect(knownTask({ dropout: entry }, 'dropout')).toBe(entry);
  });

  it.each(['constructor', '__proto__', 'toString', '', "x' or 1=1 --"])('is not known as %p', (name) => {
    expect(() => knownTask({ dropout: entry }, name)).toThrow('There is no task');
  });
});

describe('a model by its name', () => {
  it.each(['', '../dropout/m1', 'm1/../m1', 'm2'])('is not known as %p', (name) => {
    expect(knownModel(entry, 'dropout', 'm1').modelId).toBe('m1');
    expect(() => knownModel(entry, 'dropout', name)).toThrow('has no model');
  });
});

describe('the words behind a command', () => {
  it('are as many as it takes', () => {
    expect(namedWords(given('a', 'b', 'c'), modelsCompare, 3)).toEqual(['a', 'b', 'c']);
    expect(() => namedWords(given('a', 'b'), modelsCompare, 3)).toThrow('A name is missing.');
    expect(() => namedWords(given('a', 'b', 'c', 'd'), modelsCompare, 3)).toThrow(
      '"d" is one word too many.',
    );
  });
});
