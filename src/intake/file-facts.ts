// The facts of a file before anything is known of it, and of one that had to be held.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { FileFacts } from '../run/facts.ts';
import type { Delivery } from './delivery.ts';
import { IntakeHold } from './intake-hold.ts';

export function emptyFacts(module: string, delivery: Delivery, sha256: string): FileFacts {
  return {
    module,
    table: '',
    fileName: delivery.path,
    landingKey: delivery.key,
    sha256,
    status: 'held',
    reason: '',
    rowsIn: 0,
    accepted: 0,
    quarantined: {},
    superseded: 0,
    held: 0,
    blankLines: 0,
    headerLines: 0,
    assumed: 0,
    unknownColumns: [],
    encoding: '',
    reader: 'none',
    seconds: 0,
    batchTable: '',
    batch: null,
    seenKey: null,
  };
}

/** The file stays where it is, so that nothing is known of it but its name. */
export function notReadFacts(delivery: Delivery, reason: string): FileFacts {
  return { ...emptyFacts(delivery.module, delivery, ''), status: 'not_read', reason };
}

/**
 * Turns what went wrong with a file into its facts. Errors of the program itself pass: they must stop the run.
 * @throws whatever is neither a hold nor a known fault of the file
 */
export function heldFacts(base: FileFacts, error: unknown): FileFacts {
  if (error instanceof IntakeHold) return { ...base, status: error.kind, reason: error.message };
  if (error instanceof HomeroomError && error.code.startsWith('PARSE_')) {
    return { ...base, status: 'held', reason: error.message };
  }
  throw error;
}
