// What each step may touch. A step that needs more says so here, where it is seen.
import type { Zone } from '../naming.ts';
import type { Step } from './steps.ts';

export interface StepAccess {
  readonly about: string;
  readonly reads: readonly Zone[];
  readonly writes: readonly Zone[];
  /** A key is looked up before it is deleted, so this includes reading. */
  readonly deletes?: readonly Zone[];
  /** Derives pseudonyms' subkeys. */
  readonly pseudonyms?: true;
  /** Registers partitions in the Glue catalog. */
  readonly catalog?: true;
  /** Keeps the packages of models in SageMaker's registry. */
  readonly registry?: true;
  /** Sends to the operators' topic. */
  readonly tells?: true;
  /** Asks models of Bedrock, where the district file names some. */
  readonly writesProse?: true;
  /** Writes pages with names under their own key; of the portal's other files, what they need to be found. */
  readonly names?: true;
  /** Sends mail by SES and signs the links in it. */
  readonly mails?: true;
  /** Signs messages with the secret of the hand-off. */
  readonly handsOff?: true;
  /** Sets pages on paper. */
  readonly typesets?: true;
  /** Runs DuckDB: memory by the district file, and room to spill. */
  readonly heavy?: true;
}

/** Tested against a recorded run of every step (test/infrastructure/access.test.ts). */
export const STEP_ACCESS: Readonly<Record<Step, StepAccess>> = {
  plan: {
    about: 'Takes the lease and lists what was delivered',
    // Raw for a rebuild, which plans everything that was ever received.
    reads: ['landing', 'raw', 'releases', 'runs'],
    writes: ['runs'],
    deletes: ['landing', 'runs'],
    heavy: true,
  },
  intake: {
    about: 'Turns delivered bytes into typed, pseudonymous rows',
    reads: ['landing', 'raw', 'runs'],
    writes: ['raw', 'staged', 'quarantine', 'identity', 'runs'],
    pseudonyms: true,
    heavy: true,
  },
  check: {
    about: 'Counts add up; says what changed and how much there is',
    reads: ['staged', 'decisions', 'releases', 'runs'],
    writes: ['runs'],
    heavy: true,
  },
  identify: {
    about: 'Finds one key per student over all id systems',
    reads: ['identity', 'staged', 'lake', 'decisions', 'releases', 'runs'],
    writes: ['identity', 'lake', 'runs'],
    // What was known of people on days that are no release any more.
    deletes: ['identity'],
    pseudonyms: true,
    heavy: true,
  },
  harmonize: {
    about: 'Makes core and mart of what changed',
    reads: ['staged', 'lake', 'releases', 'runs'],
    writes: ['lake', 'runs'],
    heavy: true,
  },
  features: {
    about: 'Makes the cases that models learn from and score',
    reads: ['lake', 'model', 'runs'],
    writes: ['runs'],
    heavy: true,
  },
  gate: {
    about: 'Decides which model scores, by the written rule, and keeps the registry',
    reads: ['model', 'runs'],
    writes: ['model', 'runs'],
    deletes: ['model'],
    registry: true,
  },
  release: {
    about: 'Checks what was made and moves the release',
    reads: ['releases', 'runs', 'model', 'lake'],
    writes: ['releases', 'runs', 'lake'],
    deletes: ['landing', 'staged', 'lake', 'releases', 'runs'],
    catalog: true,
    // Scores become tables here.
    heavy: true,
  },
  report: {
    about: 'Makes the pages and the portal of a release, with their facts and receipts',
    reads: ['lake', 'model', 'releases', 'runs', 'reports', 'portal'],
    writes: ['reports', 'portal'],
    writesProse: true,
    typesets: true,
    heavy: true,
  },
  list: {
    about: 'Writes the names of students into the lists of each school',
    reads: ['identity', 'lake', 'releases', 'portal'],
    writes: ['portal'],
    names: true,
    heavy: true,
  },
  handoff: {
    about: 'Hands the items of the lists to the case-management system that the district file names',
    reads: ['lake', 'releases', 'handoff'],
    writes: ['handoff'],
    handsOff: true,
    heavy: true,
  },
  notify: {
    about: 'Writes mails to those who asked for them and letters to the owners of sources',
    // Quarantine for the record numbers that a letter names.
    reads: ['lake', 'releases', 'runs', 'reports', 'decisions', 'outbox', 'quarantine'],
    writes: ['outbox'],
    deletes: ['outbox'],
    mails: true,
    heavy: true,
  },
  tell: {
    about: 'Writes down and sends what failed',
    reads: ['runs'],
    writes: ['runs'],
    deletes: ['runs'],
    tells: true,
  },
};
