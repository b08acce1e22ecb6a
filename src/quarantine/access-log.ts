// The log of everybody who has looked at a student's data as received: written before anything is shown.
import { appendFileSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { HomeroomError } from '../errors/homeroom-error.ts';

export class RoleMissingError extends HomeroomError {
  constructor() {
    super('ROLE_MISSING', 'Only a data steward may see records as received.', {
      where: 'HOMEROOM_ROLE',
      mend: 'Leave out --clear; who is a data steward sets HOMEROOM_ROLE=data-steward. Every look is logged.',
    });
  }
}

export class TerminalNeededError extends HomeroomError {
  constructor() {
    super('TERMINAL_NEEDED', 'Records as received are shown on a terminal only, never in a file or a pipe.', {
      where: '--clear',
      mend: 'Run the command by itself in a terminal, without --json.',
    });
  }
}

export interface Access {
  readonly batch: string | null;
  readonly file: string;
  readonly records: readonly number[];
}

/** @throws RoleMissingError, TerminalNeededError */
export function mayLook(role: string | undefined, terminal: boolean): void {
  if (role !== 'data-steward') throw new RoleMissingError();
  if (!terminal) throw new TerminalNeededError();
}

/** One JSON line in log/access.jsonl: who, when, which records; never what they hold. */
export function logAccess(home: string, access: Access, now = new Date()): void {
  const path = join(home, 'log', 'access.jsonl');
  mkdirSync(dirname(path), { recursive: true });
  const entry = { at: now.toISOString(), who: userInfo().username, role: 'data-steward', ...access };
  appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
}
