import type { z } from 'zod';
import type { Id } from '../../../../kernel/ids.ts';
import type { searchHit } from '../../../../modules/registry/contract.ts';
import { ofGroup, ofHousehold, ofMatter, type Subject } from './difficulty-subject.ts';
import { type SeatOption, seatsMatching } from './seats-typed.ts';

/** A household or a group that a difficulty is said to be about, with the words by which the form tells it. */
export type About = { readonly words: string; readonly subject: Subject };

type Hit = Pick<
  z.output<typeof searchHit>,
  'householdId' | 'personId' | 'fullName' | 'birthYear' | 'villageName'
>;

const MOST_SHOWN = 5;
const LEADER = /^groupLeader:(\d{7})$/;

/** What was meant by a few letters: households by one of their people, groups by number or leader. */
export function aboutChoices(
  communeId: Id,
  {
    typed,
    hits,
    seats,
  }: { readonly typed: string; readonly hits: readonly Hit[]; readonly seats: readonly SeatOption[] },
): readonly About[] {
  const groups = seatsMatching(seats, typed).flatMap(({ seat }) => {
    const code = LEADER.exec(seat)?.[1];
    return code === undefined ? [] : [{ words: `Tổ ${code}`, subject: ofGroup(communeId, code) }];
  });
  const households = hits.map(({ householdId, personId, ...hit }) => ({
    words: householdWords(hit),
    subject: ofHousehold({ communeId, householdId, personId, contractNo: null }),
  }));
  return [...households, ...groups].slice(0, MOST_SHOWN);
}

/**
 * What Enter or Tab takes: the only choice, once every question that was asked has answered for the letters as they stand. Those
 * of the letters before may be of another household, and a group that is not there yet makes a household the only one.
 */
export function chosenByKey(
  choices: readonly About[],
  asked: readonly { readonly data: unknown; readonly isStale: boolean }[],
): About | undefined {
  const isAnswered = asked.every(({ data, isStale }) => data !== undefined && !isStale);
  return isAnswered && choices.length === 1 ? choices[0] : undefined;
}

/** With year of birth and village: there are several of one name. */
function householdWords({ fullName, birthYear, villageName }: Omit<Hit, 'householdId' | 'personId'>): string {
  const known = [birthYear === null ? [] : `sinh ${birthYear}`, villageName ?? []].flat();
  return known.length === 0 ? `Hộ ${fullName}` : `Hộ ${fullName} (${known.join(', ')})`;
}

/** What a difficulty is sent about: what was chosen, or a matter of the commune. */
export function subjectOf(communeId: Id, about: About | null | undefined): Subject {
  return about?.subject ?? ofMatter(communeId);
}
