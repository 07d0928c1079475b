import { createHash } from 'node:crypto';
import { canonicalText } from './domain/minutes.ts';

/** The hash of a value, in hexadecimal: the same for the same content, in whatever order its fields stand. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}
