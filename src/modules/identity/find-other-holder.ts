import { formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { officeText } from '../../kernel/role.ts';
import type { Tx } from '../../platform/db/database.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { holdersOfRole } from './db/assignments.ts';
import { placeNames } from './db/places.ts';
import {
  type Assignment,
  assignmentTitle,
  isHeldByOne,
  isSameOffice,
  placeKeys,
  placeText,
} from './domain/assignment.ts';

/** Refuses an office that the person holds already on one of its days [ID26]; undefined where they do not. */
export async function refuseHeldTwice(
  tx: Tx,
  others: readonly Assignment[],
  given: Assignment,
): Promise<Refusal<'officeHeldAlready'> | undefined> {
  const twice = others.find((held) => isSameOffice(held, given));
  if (twice === undefined) return undefined;
  const role = assignmentTitle(twice, await placeNames(tx, placeKeys([twice])));
  return refuse('officeHeldAlready', { role, from: formatDate(twice.validFrom) });
}

/**
 * Refuses an office that another person holds on one of its days, telling who and until when [ID27]; undefined where
 * nobody does. Of two who are given it at once the second is told of the first.
 *
 * @param userId whose own offices do not count
 */
export async function refuseOtherHolder(
  tx: Tx,
  given: Assignment,
  userId: Id,
): Promise<Refusal<'officeHeldByOther'> | undefined> {
  if (!isHeldByOne(given.role)) return undefined;
  const { role, officeId, communeId } = given;
  await takeTurn(tx, `identity.office:${role}:${officeId ?? communeId}`);
  const others = await holdersOfRole(tx, { role, officeId, communeId, besides: userId });
  const other = others.find((held) => isSameOffice(held, given));
  if (other === undefined) return undefined;
  return refuse('officeHeldByOther', {
    office: officeText(role, placeText(other, await placeNames(tx, placeKeys([other])))),
    holder: other.fullName,
    days: daysOf(other),
  });
}

function daysOf({ validFrom, validTo }: Assignment): string {
  const last = validTo === null ? 'chưa có ngày kết thúc' : `đến hết ngày ${formatDate(validTo)}`;
  return `từ ngày ${formatDate(validFrom)}, ${last}`;
}
