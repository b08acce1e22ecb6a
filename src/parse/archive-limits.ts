// How much an archive may unpack to before it is taken for a bomb.
import { ArchiveTooLargeError } from './archive-errors.ts';

export interface ArchiveLimits {
  /** Bytes of all entries together. */
  readonly maxBytes: number;
  readonly maxEntries: number;
  /** Unpacked bytes to packed bytes of one entry, looked at from `ratioFrom` bytes on. */
  readonly maxRatio: number;
  readonly ratioFrom: number;
}

const GIB = 1024 ** 3;

/** Repetitive exports shrink to a hundredth; a bomb to less than a thousandth. */
export const DEFAULT_LIMITS: ArchiveLimits = {
  maxBytes: 16 * GIB,
  maxEntries: 10_000,
  maxRatio: 500,
  ratioFrom: GIB / 16,
};

/** One for a delivery, so that archives inside archives draw on the same allowance. */
export class ArchiveBudget {
  readonly #limits: ArchiveLimits;
  #bytes = 0;
  #entries = 0;

  constructor(limits: Partial<ArchiveLimits> = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
  }

  addEntry(where: string): void {
    this.#entries++;
    const { maxEntries } = this.#limits;
    if (this.#entries > maxEntries) throw new ArchiveTooLargeError(where, `more than ${maxEntries} entries`);
  }

  addBytes(count: number, where: string): void {
    this.#bytes += count;
    const { maxBytes } = this.#limits;
    if (this.#bytes > maxBytes) throw new ArchiveTooLargeError(where, `more than ${maxBytes} bytes`);
  }

  checkRatio(packed: number, unpacked: number, where: string): void {
    const { maxRatio, ratioFrom } = this.#limits;
    if (unpacked > ratioFrom && unpacked > packed * maxRatio) {
      throw new ArchiveTooLargeError(where, `more than ${maxRatio} times its size`);
    }
  }
}
