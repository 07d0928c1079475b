/** One that says what it is. */
export const told = 1;
export const untold = 2;

// A line of this kind is for who reads the file, not for who calls.
export async function whispered(): Promise<void> {}

/** A comment that something else stands behind. */
const own = 3;
export type Bare = typeof own;

/** Reads a number or a text. */
export function read(value: number): number;
export function read(value: string): string;
export function read(value: unknown): unknown {
  return value;
}
export { told as handedOn } from './told.ts';
