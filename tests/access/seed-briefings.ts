import { day } from '../../src/kernel/dates.ts';
import { standardTemplate } from '../../src/modules/governance/domain/papers/standard-templates.ts';
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
  prepared: 40,
  ready: 41,
  closed: 42,
  new: 43,
  coming: 44,
  cancelled: 45,
} as const;

/** Inserts a row; columns that must be filled and are not named are filled. */
export type Insert = (
  table: string,
  row: Readonly<Record<string, string | number | boolean | null>>,
) => Promise<void>;

/**
 * Briefings of a place's commune: an open one with a line in two versions, and those that single commands are for: one
 * that can be opened, one that can be closed, one that is closed, one whose day is still to come, one that is not held and of which
 * somebody has to be told.
 */
export async function seedBriefings(insert: Insert, place: Place): Promise<void> {
  await seedContestedBriefing(insert, place);
  const { number, communeId: commune_id } = place;
  const briefing = (kind: number, regular_on: string, row: Parameters<Insert>[1]) =>
    insert('governance.briefing', {
      ...{ commune_id, id: idOf(kind, number), point_code: `TXN${number}`, point_name: `Điểm ${number}` },
      ...{ regular_on, held_on: regular_on, ...row },
    });
  await briefing(BRIEFING_KIND.prepared, '2026-09-23', { state: 'preparing' });
  await briefing(BRIEFING_KIND.coming, '2026-11-23', { state: 'preparing' });
  await briefing(BRIEFING_KIND.ready, '2026-08-23', { state: 'open', opened_at: '2026-08-23' });
  await insert('governance.conclusion', {
    ...{ commune_id, briefing_id: idOf(BRIEFING_KIND.ready, number), id: idOf(BRIEFING_KIND.ready, number) },
    ...{ text: 'Kiểm tra sử dụng vốn', owner_name: 'Cán bộ xã', due_on: '2026-12-01' },
  });
  await briefing(BRIEFING_KIND.cancelled, '2026-06-23', {
    ...{ state: 'cancelled', cancelled_at: '2026-06-23', cancelled_by_name: 'Cán bộ', cancel_reason: 'Bão' },
  });
  await insert('governance.cancellation', {
    ...{ commune_id, briefing_id: idOf(BRIEFING_KIND.cancelled, number) },
    ...{ id: idOf(BRIEFING_KIND.cancelled, number), attendee_id: idOf(BRIEFING_KIND.attendee, number) },
    to_name: 'Khách mời',
  });
  await briefing(BRIEFING_KIND.closed, '2026-07-23', {
    ...{
      state: 'closed',
      opened_at: '2026-07-23',
      closed_at: '2026-07-23',
      minutes_hash: '0',
      audit_hash: '0',
    },
    ...{
      minutes: '{"conclusions":[],"difficulties":[]}',
      minutes_year: 2026,
      minutes_number: 100 + number,
      audit_sequence: 1,
    },
  });
}

async function seedContestedBriefing(insert: Insert, place: Place): Promise<void> {
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
  await insert('governance.invitation', {
    ...at,
    ...{ id: idOf(BRIEFING_KIND.attendee, number), letter_id: idOf(BRIEFING_KIND.attendee, number) },
    attendee_id: idOf(BRIEFING_KIND.attendee, number),
    to_name: 'Khách mời',
    ...{ way: 'paper', mail_id: null, held_on: '2026-10-23' },
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
  await seedPoints(insert, place);
}

/** A point in two versions, so that one can be chosen, and one that can be taken back. */
async function seedPoints(insert: Insert, { number, communeId: commune_id }: Place): Promise<void> {
  const at = { commune_id, briefing_id: idOf(BRIEFING_KIND.briefing, number), key: 'moved-to-overdue' };
  await insert('governance.talking_point', { ...at, own_text: 'Câu của cán bộ', version: 1 });
  await insert('governance.talking_point_version', {
    ...at,
    ...{
      id: idOf(BRIEFING_KIND.conclusionVersion, number),
      state: 'conflicting',
      own_text: 'Câu của chủ tịch',
    },
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
  bring: 'Sổ tổ',
  shownBring: null,
  meetsAt: '10:15',
  isTold: true,
  toName: 'Khách mời',
};

/** A template that lacks nothing. */
const TEMPLATE = { kind: 'minutes', content: standardTemplate('minutes', day('2026-10-31')).template };

/** What single commands about briefings are asked with: each meets a briefing that allows it. */
export const BRIEFING_INPUTS: Readonly<Record<string, (place: Place) => Readonly<Record<string, unknown>>>> =
  {
    'governance.writeAgendaTemplate': () => ({
      templateId: idOf(39, 1),
      items: [{ kind: 'other', title: 'Bàn về Tết', minutes: 5 }],
    }),
    'governance.takeOverFigures': () => ({ versionNumber: 1 }),
    'governance.addAddendum': ({ number }) => ({ briefingId: idOf(BRIEFING_KIND.closed, number) }),
    'governance.addAttendee': ({ number }) => ({ attendeeId: idOf(BRIEFING_KIND.new, number) }),
    'governance.measureConclusion': () => ({ measuredBy: null }),
    'governance.addConclusion': ({ number }) => ({ conclusionId: idOf(BRIEFING_KIND.new, number) }),
    'governance.closeBriefing': ({ number }) => ({ briefingId: idOf(BRIEFING_KIND.ready, number) }),
    'governance.openBriefing': ({ number }) => ({
      briefingId: idOf(BRIEFING_KIND.prepared, number),
      metOn: '2026-09-23',
    }),
    'governance.cancelBriefing': ({ number }) => ({ briefingId: idOf(BRIEFING_KIND.prepared, number) }),
    'governance.recordToldInPerson': ({ number }) => ({ briefingId: idOf(BRIEFING_KIND.cancelled, number) }),
    'governance.prepareBriefing': ({ number }) => ({ pointCode: `TXP${number}`, heldOn: '2026-11-10' }),
    'governance.raiseDifficulty': ({ number }) => ({ difficultyId: idOf(BRIEFING_KIND.new, number) }),
    'governance.removeConclusion': ({ number }) => ({
      briefingId: idOf(BRIEFING_KIND.ready, number),
      conclusionId: idOf(BRIEFING_KIND.ready, number),
    }),
    'governance.sendInvitations': ({ number }) => ({ attendeeIds: [idOf(BRIEFING_KIND.attendee, number)] }),
    'governance.printInvitations': ({ number }) => ({
      briefingId: idOf(BRIEFING_KIND.coming, number),
      attendeeIds: [idOf(BRIEFING_KIND.attendee, number)],
    }),
    'governance.tellMeetingHour': ({ number }) => ({ briefingId: idOf(BRIEFING_KIND.coming, number) }),
    'governance.writeMailAddress': () => ({ address: 'thu@xa.vn' }),
    'governance.handOverInvitation': () => ({ handedOn: '2026-11-03', handedByName: 'Trưởng thôn' }),
    'governance.exportPaper': () => ({ kind: 'minutes', format: 'docx' }),
    'governance.numberPaper': () => ({ kind: 'invitation', number: 5, issuedOn: '2026-10-20' }),
    'governance.previewTemplate': () => TEMPLATE,
    // The same as the product's would change nothing.
    'governance.writeTemplate': () => ({
      ...{ ...TEMPLATE, latestVersion: 0 },
      content: { ...TEMPLATE.content, issuerAbbreviation: 'PGD' },
    }),
    'governance.writeAgenda': () => ({
      items: [{ itemId: idOf(38, 1), kind: 'other', title: 'Bàn về Tết', minutes: 5 }],
    }),
  };
