// What may pass between states: plain JSON of at most 256 KiB.
import type { Json } from './json.ts';
import { StateFailure } from './state-failure.ts';

/** Bytes of UTF-8 that a state's input or output may take. */
export const PAYLOAD_LIMIT_BYTES = 262_144;

/**
 * A plain copy, as if the value had crossed the wire: dates become text, undefined fields vanish.
 * Throws TypeError for what JSON cannot hold (functions, NaN, circular structures).
 */
export function toJson(value: unknown): Json {
  if (value === undefined) return null;
  const plain: Json = JSON.parse(JSON.stringify(value, refuseUnrepresentable));
  return plain;
}

/** Returns the value unchanged, or fails with States.DataLimitExceeded when it is too large to pass on. */
export function withinLimit<T extends Json>(value: T, what: string, where: string): T {
  const bytes = Buffer.byteLength(JSON.stringify(value), 'utf8');
  if (bytes > PAYLOAD_LIMIT_BYTES) {
    const reason = `The ${what} of ${where} takes ${bytes} bytes; at most ${PAYLOAD_LIMIT_BYTES} can be passed on.`;
    throw new StateFailure('States.DataLimitExceeded', reason, where);
  }
  return value;
}

function refuseUnrepresentable(_key: string, value: unknown): unknown {
  if (typeof value === 'function' || isQueryFunction(value)) throw new TypeError('a function is not JSON');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('the number is not finite');
  return value;
}

// JSONata's own functions are objects that drag their whole closure along.
function isQueryFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}
