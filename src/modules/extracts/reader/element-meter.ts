/**
 * Counts the elements, comments and instructions of a part that are read one by one, against what the part has been found
 * to hold: a part of nothing but wrapping is given up early, however little it weighs packed.
 */
export class ElementMeter {
  readonly #empty: number;
  readonly #perFilled: number;
  #elements = 0;

  /** `perFilled` more than `empty` are allowed for each cell or text that is found. */
  constructor({ empty, perFilled }: { readonly empty: number; readonly perFilled: number }) {
    this.#empty = empty;
    this.#perFilled = perFilled;
  }

  /** Counts one more beside `filled` cells or texts; false when that is too many. */
  count(filled: number): boolean {
    return ++this.#elements <= this.#empty + this.#perFilled * filled;
  }
}
