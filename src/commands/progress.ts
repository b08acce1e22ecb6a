// Progress of long work: one line that rewrites itself on a terminal, plain lines elsewhere, nothing with --json.
import { listenToSteps } from '../run/step-progress.ts';
import type { StateEvent } from '../runtime/states/events.ts';
import type { Invocation } from './command.ts';

const words: Readonly<Record<string, string>> = {
  Plan: 'Listing what came in',
  Intake: 'Taking in files',
  Check: 'Checking',
  Identify: 'Matching identities',
  HarmonizeAll: 'Making tables',
  HarmonizeYears: 'Making tables, a school year at a time',
  HarmonizeSpark: 'Making tables',
  Features: 'Gathering what was known on each day',
  Refresh: 'Training models',
  Evaluate: 'Judging models',
  Gate: 'Deciding which model scores',
  Score: 'Scoring students',
  Release: 'Releasing',
  Report: 'Writing reports',
  Handoff: 'Handing items off',
  Notify: 'Sending mails',
};

/** Elsewhere than on a terminal a line comes at most this often. */
const plainEveryMs = 10_000;

export interface ProgressLine {
  /** Work under way: rewrites the line, or now and then adds one. */
  now(text: string): void;
  /** A step that has ended. */
  ended(text: string): void;
  done(): void;
}

export function progressLine(given: Pick<Invocation, 'err' | 'json'>): ProgressLine {
  // A program that reads --json may still show its own user how far the work is.
  const quiet = given.json && process.env.HOMEROOM_PROGRESS === undefined;
  const terminal = process.stderr.isTTY === true;
  let last = performance.now();
  const line = (text: string) => process.stderr.write(`\r\u001b[2K${text}`);
  return {
    now(text) {
      if (quiet) return;
      if (terminal) line(text);
      else if (performance.now() - last > plainEveryMs) {
        last = performance.now();
        given.err(text);
      }
    },
    ended(text) {
      if (quiet) return;
      last = performance.now();
      if (terminal) line(`${text}\n`);
      else given.err(text);
    },
    done() {
      if (terminal && !quiet) line('');
    },
  };
}

export interface Progress {
  event(event: StateEvent): void;
  done(): void;
}

export function progressOf(given: Pick<Invocation, 'err' | 'json'>): Progress {
  const line = progressLine(given);
  let current = '';
  listenToSteps(({ done, total, what }) => line.now(`${current}: ${done} of ${total} ${what}`));
  return {
    event({ state, type, path, durationMs }) {
      const word = words[state];
      if (word === undefined || path.includes('/')) return;
      current = word;
      if (type === 'entered') line.now(`${word} …`);
      if (type === 'exited') line.ended(`${word}: ${(durationMs / 1000).toFixed(1)} s`);
    },
    done() {
      listenToSteps(undefined);
      line.done();
    },
  };
}
