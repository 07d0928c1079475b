import { isSameName } from '../../../kernel/text.ts';
import { isThere, type Presence } from './attendance.ts';

type Attending = {
  readonly presence: Presence;
  readonly fullName: string;
  readonly isVacant: boolean;
  readonly deputyName: string | null;
};

/** Who of a list may write the minutes as secretary [GV137] [GV172]: whoever is there, or stands for somebody, and does not chair. */
export function mayBeSecretary<One extends Attending>(
  attendees: readonly One[],
  chairedBy: string | null,
): { readonly attendee: One; readonly name: string }[] {
  return attendees
    .filter(isThere)
    .map((attendee) => ({ attendee, name: attendee.deputyName ?? attendee.fullName }))
    .filter(({ name }) => chairedBy === null || !isSameName(name, chairedBy));
}
