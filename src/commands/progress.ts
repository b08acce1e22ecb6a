// Progress of long work: one line that rewrites itself on a terminal, plain lines elsewhere, nothing with --json.
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
  Release: 'Releasing',
};

export interface Progress {
  event(event: StateEvent): void;
  done(): void;
}

export function progressOf(given: Pick<Invocation, 'err' | 'json'>): Progress {
  const terminal = process.stderr.isTTY === true;
  const show = (text: string) => {
    if (given.json) return;
    if (terminal) process.stderr.write(`\r\u001b[2K${text}`);
    else given.err(text);
  };
  return {
    event({ state, type, path, durationMs }) {
      const word = words[state];
      if (word === undefined || path.includes('/')) return;
      if (type === 'entered' && terminal) show(`${word} …`);
      if (type === 'exited') show(`${word}: ${(durationMs / 1000).toFixed(1)} s`);
    },
    done() {
      if (terminal && !given.json) process.stderr.write('\r\u001b[2K');
    },
  };
}
