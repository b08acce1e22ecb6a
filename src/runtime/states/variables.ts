// The variables of one level while it runs; inner levels read outward, and nothing leaks out.
import type { JsonObject } from './json.ts';

export class Variables {
  readonly #outer: Variables | undefined;
  #values: JsonObject = {};

  constructor(outer?: Variables) {
    this.#outer = outer;
  }

  /** All variables that an expression of this level may read, by name without the dollar sign. */
  visible(): JsonObject {
    return { ...this.#outer?.visible(), ...this.#values };
  }

  /** Sets variables when a state ends; the next state is the first to see them. */
  assign(values: JsonObject): void {
    this.#values = { ...this.#values, ...values };
  }
}
