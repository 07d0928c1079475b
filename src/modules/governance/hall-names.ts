import type { HandlerContext } from '../../platform/command.ts';
import { borrowerNames } from '../registry/index.ts';
import { type BriefingRow, selectBriefing } from './db/briefings.ts';
import {
  type BriefingsAsked,
  type OwningOffice,
  selectHouseholdNames,
  selectListedNames,
  selectOwningOffices,
} from './db/hall-names.ts';
import { isEnded } from './domain/briefing.ts';
import { inWholeCommune } from './find-difficulties.ts';
import { attendeesNow } from './renew-attendees.ts';
import { seatsInCommune } from './seats-of-list.ts';

/** Names that the hall does not see of a household, and those of them that somebody with an office has too. */
export type HallNames = { readonly households: readonly string[]; readonly officials: readonly string[] };

/**
 * Whose names the hall is not shown in texts of some briefings [GV122]: of the commune's borrowers, and of the households that their
 * difficulties are about. Found over the whole commune, whoever asks: what they are used for must not tell them.
 */
export async function hallNames(context: HandlerContext, asked: BriefingsAsked): Promise<HallNames> {
  const { tx } = context;
  const { spokenOf, borrowers, owning } = await inWholeCommune(context, async () => ({
    spokenOf: await selectHouseholdNames(tx, asked),
    borrowers: await borrowerNames(tx, asked.communeId),
    owning: await selectOwningOffices(tx, asked),
  }));
  const officials = await officialsOf(context, asked, owning);
  return {
    households: [...spokenOf, ...borrowers],
    // Whoever is spoken of is meant, whatever they are besides.
    officials: [...officials].filter((name) => !spokenOf.includes(name)),
  };
}

/**
 * Who is asked, who came for them, and who is to do something. While a meeting is prepared its list is by the offices of today, and until it
 * has ended what was given is told with who holds the office now: theirs are names of officials too [GV187].
 */
async function officialsOf(
  context: HandlerContext,
  { communeId, briefingIds }: BriefingsAsked,
  owning: readonly OwningOffice[],
): Promise<ReadonlySet<string>> {
  const { tx } = context;
  const briefings: BriefingRow[] = [];
  for (const id of briefingIds) {
    const briefing = await selectBriefing(tx, communeId, id);
    if (briefing) briefings.push(briefing);
  }
  const kept = briefings.filter(({ state }) => state !== 'preparing');
  const names = new Set(await selectListedNames(tx, { communeId, briefingIds: kept.map(({ id }) => id) }));
  for (const briefing of briefings.filter(({ state }) => state === 'preparing'))
    for (const { fullName, deputyName } of await attendeesNow(context, briefing))
      for (const name of [fullName, deputyName]) if (name !== null) names.add(name);
  for (const { name } of owning) names.add(name);
  if (briefings.every(({ state }) => isEnded(state))) return names;
  for (const { holderName } of await seatsInCommune(context, communeId, owning))
    if (holderName !== null) names.add(holderName);
  return names;
}
