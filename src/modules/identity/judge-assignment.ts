import type { z } from 'zod';
import { formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { ROLES } from '../../kernel/role.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { newAssignment } from './contract.ts';
import { unknownPlace } from './db/places.ts';
import { ASSOCIATION_NAMES, type Assignment, PLACE_TITLES, placesFor } from './domain/assignment.ts';

/** An office to be given, as it comes in. */
export type NewAssignment = z.output<typeof newAssignment>;

/** The assignment to be written, or why it cannot be: a place is missing or unknown, the days are turned round [ID13]. */
export async function judgeAssignment(
  { tx, newId }: HandlerContext,
  given: NewAssignment,
): Promise<Assignment | Refusal<'assignmentIncomplete' | 'placeUnknown' | 'endBeforeStart'>> {
  const { role, validFrom, validTo, decidedBy } = given;
  if (validTo !== null && validTo < validFrom)
    return refuse('endBeforeStart', { end: formatDate(validTo), start: formatDate(validFrom) });
  const places = placesFor(role, given);
  if ('missing' in places)
    return refuse('assignmentIncomplete', { role: ROLES[role], field: PLACE_TITLES[places.missing] });
  const { associationCode } = places;
  const unknown =
    associationCode !== null && !(associationCode in ASSOCIATION_NAMES)
      ? 'associationCode'
      : await unknownPlace(tx, places, validFrom);
  if (unknown) return refuse('placeUnknown', { field: PLACE_TITLES[unknown] });
  return { ...places, id: newId(), role, validFrom, validTo, decidedBy };
}
