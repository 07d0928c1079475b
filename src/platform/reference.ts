import { randomBytes } from 'node:crypto';

/** Letters only, and none that make words: a reference is read out on the phone and never looks like a number. */
const REFERENCE_LETTERS = 'bcdfghjkmnpqrstvwxz';

/** A new reference: what a person reads on the screen and finds in the log. */
export function newReference(): string {
  const letters = [...randomBytes(10)].map((byte) => REFERENCE_LETTERS[byte % REFERENCE_LETTERS.length]);
  return letters.join('');
}
