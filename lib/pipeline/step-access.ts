// What each step may touch. A step that needs more says so here, where it is seen.
import type { Zone } from '../naming.ts';
import type { Step } from './steps.ts';

export interface StepAccess {
  readonly about: string;
  readonly reads: readonly Zone[];
  readonly writes: readonly Zone[];
  readonly deletes?: readonly Zone[];
  /** Derives pseudonyms' subkeys. */
  readonly pseudonyms?: true;
  /** Registers partitions in the Glue catalog. */
  readonly catalog?: true;
  /** Takes the messages about files that arrived. */
  readonly arrivals?: true;
  /** Sends to the operators' topic. */
  readonly tells?: true;
  /** Runs DuckDB: memory by the district file, and room to spill. */
  readonly heavy?: true;
}

export const STEP_ACCESS: Readonly<Record<Step, StepAccess>> = {
  plan: {
    about: 'Takes the lease and lists what was delivered',
    reads: ['landing', 'raw', 'staged', 'releases', 'runs'],
    writes: ['runs', 'log'],
    deletes: ['landing', 'runs'],
    arrivals: true,
  },
  intake: {
    about: 'Turns delivered bytes into typed, pseudonymous rows',
    reads: ['landing', 'raw', 'staged', 'held', 'quarantine', 'identity', 'runs'],
    writes: ['raw', 'staged', 'held', 'quarantine', 'identity', 'runs', 'log'],
    deletes: ['landing', 'staged', 'held', 'quarantine'],
    pseudonyms: true,
    heavy: true,
  },
  check: {
    about: 'Counts add up; says what changed and how much there is',
    reads: ['staged', 'held', 'quarantine', 'lake', 'releases', 'runs'],
    writes: ['staged', 'held', 'runs', 'log'],
    heavy: true,
  },
  identify: {
    about: 'Finds one key per student over all id systems',
    reads: ['identity', 'staged', 'lake', 'releases', 'runs'],
    writes: ['identity', 'lake', 'runs', 'log'],
    pseudonyms: true,
    heavy: true,
  },
  harmonize: {
    about: 'Makes core and mart of what changed',
    reads: ['staged', 'lake', 'releases', 'runs'],
    writes: ['lake', 'runs', 'log'],
    deletes: ['lake'],
    heavy: true,
  },
  release: {
    about: 'Checks what was made and moves the release',
    reads: ['landing', 'staged', 'lake', 'releases', 'runs'],
    writes: ['lake', 'releases', 'runs', 'log'],
    deletes: ['landing', 'staged', 'lake', 'releases', 'runs'],
    catalog: true,
    heavy: true,
  },
  tell: {
    about: 'Writes down and sends what failed',
    reads: ['releases', 'runs'],
    writes: ['runs', 'log'],
    deletes: ['runs'],
    tells: true,
  },
};
