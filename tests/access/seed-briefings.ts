import { marksOf } from './marks.ts';
import { idOf, PLACES, type Place } from './places.ts';

/** Kinds of ids of what belongs to briefings. */
export const BRIEFING_KIND = {
  briefing: 30,
  agendaItem: 31,
  attendee: 32,
  conclusion: 33,
  conclusionVersion: 34,
  difficulty: 35,
  waiting: 36,
} as const;

/** Inserts a row; columns that must be filled and are not named are filled. */
export type Insert = (
  table: string,
  row: Readonly<Record<string, string | number | boolean | null>>,
) => Promise<void>;

/** An open briefing of a place's commune, with a line in two versions. */
export async function seedBriefing(insert: Insert, place: Place): Promise<void> {
  const { number, communeId: commune_id } = place;
  const briefing_id = idOf(BRIEFING_KIND.briefing, number);
  const at = { commune_id, briefing_id };
  await insert('governance.briefing', {
    commune_id,
    id: briefing_id,
    point_code: `TXN${number}`,
    point_name: `Điểm ${number}`,
    regular_on: '2026-10-23',
    held_on: '2026-10-23',
    state: 'open',
    opened_at: '2026-10-23',
  });
  await insert('governance.agenda_item', {
    ...at,
    id: idOf(BRIEFING_KIND.agendaItem, number),
    kind: 'attendance',
    title: 'Điểm danh',
  });
  await insert('governance.attendee', {
    ...at,
    id: idOf(BRIEFING_KIND.attendee, number),
    part: 'other',
    full_name: 'Khách mời',
    presence: 'present',
  });
  await insert('governance.conclusion', {
    ...at,
    id: idOf(BRIEFING_KIND.conclusion, number),
    text: 'Mời hộ làm việc',
  });
  await insert('governance.conclusion_version', {
    commune_id,
    conclusion_id: idOf(BRIEFING_KIND.conclusion, number),
    id: idOf(BRIEFING_KIND.conclusionVersion, number),
    state: 'conflicting',
    text: 'Mời hộ làm việc lần 2',
  });
}

/** Difficulties that name a place's borrower: one in a briefing of the commune, one that waits for the next. */
export async function seedDifficulties(insert: Insert, place: Place): Promise<void> {
  const { number, communeId: commune_id } = place;
  const first = PLACES.find(({ communeId }) => communeId === commune_id);
  const briefing_id = idOf(BRIEFING_KIND.briefing, first?.number ?? number);
  for (const briefing of [briefing_id, null])
    await insert('governance.difficulty', {
      commune_id,
      briefing_id: briefing,
      id: idOf(briefing === null ? BRIEFING_KIND.waiting : BRIEFING_KIND.difficulty, number),
      text: `Không gặp được ${marksOf(place).fullName}`,
      about: 'household',
      household_id: idOf(6, number),
      person_name: marksOf(place).fullName,
      customer_code: marksOf(place).customerCode,
      village_code: place.villageCode,
      group_code: place.groupCode,
      association_code: place.associationCode,
      state: 'open',
    });
}

/** What the fields of briefings mean at a place. */
export function briefingValues({ number }: Place): Readonly<Record<string, unknown>> {
  return {
    briefingId: idOf(BRIEFING_KIND.briefing, number),
    itemId: idOf(BRIEFING_KIND.agendaItem, number),
    attendeeId: idOf(BRIEFING_KIND.attendee, number),
    conclusionId: idOf(BRIEFING_KIND.conclusion, number),
    versionId: idOf(BRIEFING_KIND.conclusionVersion, number),
    difficultyId: idOf(BRIEFING_KIND.difficulty, number),
  };
}

/** Values of their fields that say nothing about a place. */
export const BRIEFING_ELSEWHERE: Readonly<Record<string, unknown>> = {
  presence: 'present',
  part: 'other',
  capacity: 'Khách mời',
  about: 'matter',
  answer: 'Đã gặp',
  seat: null,
  dueOn: '2026-12-15',
  baseVersion: 1,
  changeId: idOf(37, 1),
  addendumId: idOf(38, 1),
  keep: 'standing',
  key: 'moved-to-overdue',
  keys: ['moved-to-overdue'],
  ownText: 'Câu khác',
  preparedText: null,
};
