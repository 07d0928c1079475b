import type { z } from 'zod';
import { inCommune } from '../../kernel/commune-words.ts';
import type { BusinessDate } from '../../kernel/dates.ts';
import { ROLES } from '../../kernel/role.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { assignment } from './contract.ts';
import { placeNames } from './db/places.ts';
import { type Assignment, isCurrent, placeText } from './domain/assignment.ts';

/** An assignment as the contract shows it. */
export type ShownAssignment = z.output<typeof assignment>;

/** A function that puts titles and names of places to these assignments, and says which hold today. */
export async function assignmentsShown(
  tx: Tx,
  assignments: readonly Assignment[],
  today: BusinessDate,
): Promise<(assignment: Assignment) => ShownAssignment> {
  const keys = assignments.flatMap((held) => [held.officeId, held.communeId, held.villageCode]);
  const names = await placeNames(
    tx,
    [...new Set(keys)].filter((key) => key !== null),
  );
  return (held) => ({
    ...held,
    roleTitle: inCommune(ROLES[held.role], names.get(held.communeId ?? '') ?? ''),
    place: placeText(held, names),
    isCurrent: isCurrent(held, today),
  });
}
