// Sends items to another system, one signed message each: tried a few times, and what cannot be sent is written down.
import type { Item } from '../item.ts';
import { caseRow, idempotencyKey } from './case-row.ts';
import { sign } from './signature.ts';

export interface WebhookPorts {
  readonly secret: string;
  readonly district: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  /** Waits so many milliseconds; tests do not. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface DeadLetter {
  readonly idempotencyKey: string;
  readonly itemId: string;
  /** An HTTP status, or the name of what went wrong; never what the other side answered. */
  readonly why: string;
  readonly attempts: number;
}

export interface Delivery {
  readonly delivered: readonly string[];
  readonly dead: readonly DeadLetter[];
}

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const PATIENCE_MS = 10_000;
/** A step has 15 minutes: what a slow receiver has not had by then waits for the next hand-off. */
const WHOLE_MS = 10 * 60_000;
/** A receiver that is down is down for all: after so many in a row the rest is not tried. */
const GIVE_UP_AFTER = 5;

export async function deliver(url: URL, items: readonly Item[], ports: WebhookPorts): Promise<Delivery> {
  const delivered: string[] = [];
  const dead: DeadLetter[] = [];
  const begun = ports.now().getTime();
  let inARow = 0;
  for (const item of items) {
    const key = idempotencyKey(item);
    const letter = (why: string, attempts: number) =>
      dead.push({ idempotencyKey: key, itemId: item.itemId, why, attempts });
    if (inARow >= GIVE_UP_AFTER || ports.now().getTime() - begun > WHOLE_MS) {
      letter('not_tried', 0);
      continue;
    }
    const { why, attempts, isDown } = await send(url, item, ports);
    if (why === undefined) delivered.push(key);
    else letter(why, attempts);
    inARow = isDown ? inARow + 1 : 0;
  }
  return { delivered, dead };
}

interface Outcome {
  readonly why: string | undefined;
  readonly attempts: number;
  readonly isDown: boolean;
}

async function send(url: URL, item: Item, ports: WebhookPorts): Promise<Outcome> {
  const body = JSON.stringify({
    version: 1,
    idempotencyKey: idempotencyKey(item),
    item: caseRow(item, ports.district),
  });
  let why = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await post(url, body, idempotencyKey(item), ports);
    // 409: the receiver has had this message before.
    if (answer.ok || answer.why === '409') return { why: undefined, attempts: attempt, isDown: false };
    ({ why } = answer);
    if (!answer.isPassing) return { why, attempts: attempt, isDown: false };
    if (attempt < ATTEMPTS) await ports.wait(waitMs(attempt, answer.retryAfterMs));
  }
  return { why, attempts: ATTEMPTS, isDown: true };
}

interface PostAnswer {
  readonly ok: boolean;
  readonly why: string;
  /** It may be otherwise in a moment. */
  readonly isPassing: boolean;
  readonly retryAfterMs: number;
}

async function post(
  url: URL,
  body: string,
  key: string,
  { secret, fetch, now }: WebhookPorts,
): Promise<PostAnswer> {
  // Each try is signed at its own time: a receiver refuses an old one.
  const timestamp = Math.floor(now().getTime() / 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      // A signed message goes where the district said, and nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'homeroom-timestamp': String(timestamp),
        'homeroom-signature': sign(secret, timestamp, body),
      },
    });
    await response.body?.cancel();
    const { status } = response;
    const seconds = Number(response.headers.get('retry-after') ?? '0');
    return {
      ok: response.ok,
      why: String(status),
      isPassing: status >= 500 || status === 429 || status === 408 || status === 425,
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : 0,
    };
  } catch (error) {
    const why = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
    return { ok: false, why, isPassing: true, retryAfterMs: 0 };
  }
}

/** Twice as long each time; longer when the receiver asks for it, and never beyond half a minute. */
function waitMs(attempt: number, retryAfterMs: number): number {
  return Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS * 2 ** (attempt - 1), retryAfterMs));
}
