import type { z } from 'zod';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { assignment } from './contract.ts';
import { placeNames } from './db/places.ts';
import { type Assignment, assignmentTitle, isCurrent, placeKeys, placeText } from './domain/assignment.ts';

/** An assignment as the contract shows it. */
export type ShownAssignment = z.output<typeof assignment>;

/** A function that puts titles and names of places to these assignments, and says which hold today. */
export async function assignmentsShown(
  tx: Tx,
  assignments: readonly Assignment[],
  today: BusinessDate,
): Promise<(assignment: Assignment) => ShownAssignment> {
  const names = await placeNames(tx, placeKeys(assignments));
  return (held) => ({
    ...held,
    roleTitle: assignmentTitle(held, names),
    place: placeText(held, names),
    isCurrent: isCurrent(held, today),
  });
}
