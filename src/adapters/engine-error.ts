// What the query engine's errors may say aloud: names of tables and columns, never the cell that it stumbled over.
import { HomeroomError } from '../errors/homeroom-error.ts';
import { messageOf } from '../errors/message-of.ts';

export class EngineError extends HomeroomError {
  constructor(message: string, original: unknown) {
    super('ENGINE', message, {
      where: 'the query engine',
      mend: 'Run again with HOMEROOM_DEBUG=1 and report what it prints; it may hold data, so read it first.',
    });
    this.cause = original;
  }
}

/** Kinds whose text is about the query or the machine; every other kind may quote a cell. */
const harmless = new Set(['Binder', 'Catalog', 'Parser', 'IO', 'Out of Memory', 'Permission', 'Dependency']);

/** HOMEROOM_DEBUG lets the whole text through. */
export function engineError(error: unknown, debug = process.env.HOMEROOM_DEBUG !== undefined): EngineError {
  const text = messageOf(error);
  const kind = /^([A-Z][A-Za-z ]*?) Error:/.exec(text)?.[1];
  const said =
    debug || (kind !== undefined && harmless.has(kind)) ? `: ${text}` : kind ? ` (${kind} Error)` : '';
  return new EngineError(`The query engine stopped${said}`, error);
}
