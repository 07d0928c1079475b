import type { Operation } from '../../src/kernel/contract.ts';
import { marksOf } from './marks.ts';
import { idOf, type Place } from './places.ts';
import { DATA_DATE, FEED_SECRET, KIND } from './seed.ts';
import { BRIEFING_ELSEWHERE, briefingValues } from './seed-briefings.ts';
import { TASKS_ELSEWHERE, TASKS_SPECIAL, taskValues } from './seed-tasks.ts';

/** A field's value on the wire. */
type Wire = unknown;

const numberOfOffice = (officeId: Place['officeId']) => Number(officeId.slice(-6));

/** What a field of this name means at a place. One word, one meaning, in all contracts. */
function valuesAt(place: Place): Readonly<Record<string, Wire>> {
  const { number, officeId, communeId, villageCode, groupCode, associationCode } = place;
  const marks = marksOf(place);
  const officeNumber = numberOfOffice(officeId);
  return {
    officeId,
    communeId,
    areaId: communeId,
    villageCode,
    groupCode,
    associationCode,
    customerCode: marks.customerCode,
    contractNo: marks.contractNo,
    personId: idOf(KIND.person, number),
    householdId: idOf(KIND.household, number),
    contactId: idOf(KIND.contact, number),
    entryId: idOf(KIND.personEntry, number),
    pointId: idOf(KIND.point, number),
    noticeId: idOf(KIND.notice, number),
    feedId: idOf(KIND.feed, number),
    batchId: idOf(KIND.openBatch, officeNumber),
    fileId: idOf(KIND.openBatch, officeNumber),
    secret: `${FEED_SECRET}${number}`,
    dataDate: DATA_DATE,
    ...briefingValues(place),
    ...taskValues(place),
  };
}

/** Values of fields that say nothing about a place. */
const ELSEWHERE: Readonly<Record<string, Wire>> = {
  ...BRIEFING_ELSEWHERE,
  ...TASKS_ELSEWHERE,
  list: 'overdue',
  code: 'D1',
  from: '2026-11-01',
  to: '2027-03-31',
  text: 'mau dau',
  userId: idOf(KIND.user, 5),
  assignmentId: idOf(KIND.assignment, 5),
  fullName: 'Nguyễn Thị Thử',
  login: 'thu.nghiem',
  password: 'ruộng bậc thang mùa lúa chín',
  current: 'không phải mật khẩu này',
  next: 'ruộng bậc thang mùa lúa chín',
  token: 'khong-phai-lien-ket-nao-ca',
  lastDay: '2026-12-31',
  relation: 'neighbour',
  name: 'Người Thử',
  phone: '0987654321',
  value: 'Thôn khác',
  field: 'address',
  what: 'identityNumber',
  isWrong: true,
  isPutAway: true,
  step: 'secureAccount',
  validFrom: '2026-12-01',
  document: 'TB 2 (mẫu)',
  confidence: 'practice',
  reason: 'Bão',
  pointCode: 'TXN99',
  fixedDay: 12,
  startsAt: '08:00',
  endsAt: '10:00',
  place: 'UBND xã',
  address: 'Quốc lộ 25',
  regularOn: '2026-12-23',
  heldOn: '2026-12-24',
  on: '2026-11-03',
};

/** What single operations need beyond the meaning of their fields. */
const SPECIAL: Readonly<Record<string, (place: Place) => Readonly<Record<string, Wire>>>> = {
  ...TASKS_SPECIAL,
  'extracts.answerQuestions': () => ({ answers: [] }),
  'governance.prepareBriefing': ({ number }) => ({ pointCode: `TXN${number}`, heldOn: '2026-11-23' }),
  'governance.writeAgenda': () => ({
    items: [{ itemId: idOf(38, 1), kind: 'other', title: 'Bàn về Tết', minutes: 5 }],
  }),
  'groups.enterGroupValue': () => ({ field: 'meeting_note' }),
  'groups.withdrawGroupValue': ({ number }) => ({ entryId: idOf(KIND.groupEntry, number) }),
  'identity.addAssignment': () => ({ role: 'administrator' }),
  'identity.changeAuthenticator': () => ({ code: '000000' }),
  'identity.confirmSecondFactor': () => ({ code: '000000' }),
  'identity.giveSecondFactor': () => ({ code: '000000' }),
  'identity.renewRecoveryCodes': () => ({ code: '000000' }),
  'platform.cancelJob': ({ number }) => ({ id: idOf(KIND.job, number) }),
  'platform.readJob': ({ number }) => ({ id: idOf(KIND.job, number) }),
  'portfolio.previewImport': ({ officeId }) => ({
    batchId: idOf(KIND.openBatch, numberOfOffice(officeId)),
  }),
  'portfolio.exportParts': () => ({ by: 'village' }),
  'portfolio.listParts': () => ({ by: 'village' }),
  'programmes.enterRuleValue': () => ({ rule: 'inactiveMonths', scope: {}, value: 3 }),
  'programmes.enterProgramme': () => ({ code: '98', abbreviation: 'THU', audience: null }),
  'programmes.endProgramme': () => ({ programmeId: '00000000-0000-8000-8001-000000000001' }),
  'programmes.enterFundSource': () => ({ code: '9' }),
  'programmes.enterTerm': () => ({
    programmeId: '00000000-0000-8000-8001-000000000001',
    variant: '',
    rateBpsPerYear: 700,
    capVnd: null,
    capNote: null,
    longestTermMonths: null,
    instalmentSpacingMonths: null,
    overdueFactorPercent: 130,
  }),
  'registry.enterAreaValue': () => ({ field: 'name' }),
  'registry.placeCommunes': ({ communeId }) => ({
    provinceId: '00000000-0000-8000-8010-000000000066',
    communeIds: [communeId],
  }),
  'registry.withdrawMerge': () => ({
    oldAreaId: idOf(2, 1),
    newAreaId: idOf(2, 2),
    effectiveOn: '2026-12-01',
  }),
  'registry.recordMerge': () => ({ oldAreaId: idOf(2, 1), newAreaId: idOf(2, 2), effectiveOn: '2026-12-01' }),
  'portfolio.searchContracts': (place) => ({ text: marksOf(place).contractNo }),
  'registry.search': (place) => ({ text: marksOf(place).contractNo }),
  'sessions.enterPoint': ({ villageCode }) => ({ villageCodes: [villageCode] }),
};

/** Optional fields that narrow an answer are left out: without them the answer is widest. */
const LEFT_OUT = new Set([
  'villageCode',
  'groupCode',
  'associationCode',
  'customerCode',
  'text',
  'validTo',
  'dataDate',
]);

/** The input of an operation that asks for something of this place, on the wire. */
export function sampleInput(operation: Operation, place: Place): Readonly<Record<string, Wire>> {
  const meanings = { ...ELSEWHERE, ...valuesAt(place), ...SPECIAL[operation.name]?.(place) };
  const shape = operation.input.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>;
  const fields = Object.entries(shape).flatMap(([name, schema]) => {
    const isOptional = schema.safeParse(undefined).success;
    if (!(name in meanings) || (isOptional && LEFT_OUT.has(name))) return [];
    return isOptional && !PLACE_FIELDS.has(name) ? [] : [[name, meanings[name]] as const];
  });
  return Object.fromEntries(fields);
}

const PLACE_FIELDS = new Set(['communeId', 'officeId']);
const PERSON_FIELDS = [
  'personId',
  'householdId',
  'contactId',
  'entryId',
  'contractNo',
  'customerCode',
  'groupCode',
];
const OFFICE_FIELDS = ['batchId', 'officeId', 'id'];

/** How fine an operation points: at a person or group, at a commune, at an office, at nothing of a place. */
export function pointsAt(operation: Operation): 'person' | 'commune' | 'office' | 'nothing' {
  const shape = operation.input.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>;
  const required = (name: string) => name in shape && !shape[name]?.safeParse(undefined).success;
  if (operation.name.startsWith('identity.')) return 'nothing';
  if (PERSON_FIELDS.some(required)) return 'person';
  if ('communeId' in shape) return 'commune';
  return OFFICE_FIELDS.some((name) => name in shape) ? 'office' : 'nothing';
}
