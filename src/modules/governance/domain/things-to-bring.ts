import { withoutPersonalNumbers } from './personal-numbers.ts';

/** The things that a text names, one a line, without the marks that people end lines with, without phones and identity numbers [GV108]. */
export function thingsOf(bring: string | null): string[] {
  return withoutPersonalNumbers(bring ?? '')
    .split('\n')
    .map((line) => line.replace(/[\s.;,]+$/u, '').trim())
    .filter((line) => line !== '');
}

/** What an invitation asks to bring: one that asks for nothing says an empty text, one of which it was not kept null. */
export type Asking = { readonly bring: string | null };

/** What an invitation that is made now asks to bring. */
export function askingNow(bring: string | null): string {
  return bring ?? '';
}

/** Whether an invitation asks to bring other things than another, as both are read [GV148]; of one of which it was not kept nobody knows. */
export function asksOtherwise(one: Asking, other: Asking): boolean {
  if (one.bring === null || other.bring === null) return false;
  return thingsOf(one.bring).join('\n') !== thingsOf(other.bring).join('\n');
}
