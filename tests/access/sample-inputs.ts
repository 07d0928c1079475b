import type { Operation } from '../../src/kernel/contract.ts';
import { codeAt } from '../../src/modules/identity/authenticator.ts';
import { marksOf } from './marks.ts';
import { ENTERED_HOLIDAY, idOf, KIND, PLACES, type Place } from './places.ts';
import { FEED_SECRET, NOW } from './seed.ts';
import { DATA_DATE } from './seed-batches.ts';
import { BRIEFING_ELSEWHERE, BRIEFING_INPUTS, briefingValues } from './seed-briefings.ts';
import { PASSWORD, PASSWORD_LINK, TOTP_SECRET } from './seed-people.ts';
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
    countedSince: DATA_DATE,
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
  password: PASSWORD,
  current: PASSWORD,
  next: 'suối chảy quanh bản bốn mùa',
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
  versionNumber: 1,
};

const codeNow = () => ({ code: codeAt(TOTP_SECRET, NOW) });

/** What single operations need beyond the meaning of their fields. */
const SPECIAL: Readonly<Record<string, (place: Place) => Readonly<Record<string, Wire>>>> = {
  ...TASKS_SPECIAL,
  'demo.moveDemoDay': () => ({ to: '2026-11-04' }),
  'extracts.answerQuestions': ({ officeId }) => ({
    batchId: idOf(KIND.waitingBatch, numberOfOffice(officeId)),
    answers: [],
  }),
  'extracts.removeUnusedFiles': ({ officeId }) => ({
    batchId: idOf(KIND.waitingBatch, numberOfOffice(officeId)),
  }),
  'extracts.removeFile': ({ officeId }) => ({ fileId: idOf(KIND.file, numberOfOffice(officeId)) }),
  ...BRIEFING_INPUTS,
  'groups.enterGroupValue': () => ({ field: 'meeting_note' }),
  'groups.withdrawGroupValue': ({ number }) => ({ entryId: idOf(KIND.groupEntry, number) }),
  'identity.addAssignment': () => ({ role: 'administrator' }),
  'identity.changeAuthenticator': codeNow,
  'identity.confirmSecondFactor': codeNow,
  'identity.giveSecondFactor': codeNow,
  'identity.renewRecoveryCodes': codeNow,
  'identity.signIn': () => ({ login: 'user-administrator' }),
  'identity.usePasswordLink': () => ({ token: PASSWORD_LINK, password: 'suối chảy quanh bản bốn mùa' }),
  'platform.cancelJob': ({ number }) => ({ id: idOf(KIND.job, number) }),
  'platform.readJob': ({ number }) => ({ id: idOf(KIND.job, number) }),
  'portfolio.previewImport': ({ officeId }) => ({
    batchId: idOf(KIND.openBatch, numberOfOffice(officeId)),
  }),
  'portfolio.exportParts': () => ({ by: 'village' }),
  'portfolio.listParts': () => ({ by: 'village' }),
  'programmes.enterRuleValue': () => ({ rule: 'inactiveMonths', scope: {}, value: 3 }),
  'programmes.enterProgramme': () => ({
    code: '98',
    abbreviation: 'THU',
    audience: null,
    isForStudents: false,
  }),
  'programmes.changeProgramme': () => ({
    programmeId: '00000000-0000-8000-8001-000000000001',
    isForStudents: false,
  }),
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
  'registry.enterAreaValue': () => ({ field: 'name', validFrom: '2026-11-01' }),
  'registry.movePersonToHousehold': ({ number, communeId }) => {
    const neighbour = PLACES.find((one) => one.communeId === communeId && one.number !== number);
    return { householdId: idOf(KIND.household, neighbour?.number ?? number) };
  },
  'registry.placeCommunes': ({ communeId }) => ({
    provinceId: '00000000-0000-8000-8010-000000000066',
    communeIds: [communeId],
    validFrom: '2026-11-01',
  }),
  // Of the state's list, which every database has.
  'registry.withdrawAreaValue': () => ({ entryId: '00000000-0000-8000-8011-000000000001' }),
  'registry.withdrawMerge': () => ({
    oldAreaId: '00000000-0000-8000-8010-000000000002',
    newAreaId: '00000000-0000-8000-8010-000000000008',
    effectiveOn: '2025-07-01',
  }),
  'registry.recordMerge': () => ({ oldAreaId: idOf(2, 1), newAreaId: idOf(2, 2), effectiveOn: '2026-12-01' }),
  'portfolio.searchContracts': (place) => ({ text: marksOf(place).contractNo }),
  'registry.search': (place) => ({ text: marksOf(place).contractNo }),
  'sessions.enterHoliday': () => ({ calendar: 'solar', month: 11, day: 20 }),
  'sessions.endHoliday': () => ({ holidayId: '00000000-0000-8000-8042-000000000009' }),
  'sessions.withdrawHoliday': () => ({ holidayId: ENTERED_HOLIDAY }),
  'sessions.enterPoint': ({ villageCode }) => ({ villageCodes: [villageCode] }),
};

/** Optional fields that narrow an answer are left out: without them the answer is widest. Others are sent where an operation names them. */
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
  const own = SPECIAL[operation.name]?.(place) ?? {};
  const meanings = { ...ELSEWHERE, ...valuesAt(place), ...own };
  const shape = operation.input.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>;
  const fields = Object.entries(shape).flatMap(([name, schema]) => {
    const isOptional = schema.safeParse(undefined).success;
    if (!(name in meanings) || (isOptional && LEFT_OUT.has(name))) return [];
    return isOptional && !PLACE_FIELDS.has(name) && !(name in own) ? [] : [[name, meanings[name]] as const];
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

/** Their `entryId` is of the register of areas, which is everybody's, and not of a person. */
const OF_THE_STATE = new Set(['registry.withdrawAreaValue']);

/** How fine an operation points: at a person or group, at a commune, at an office, at nothing of a place. */
export function pointsAt(operation: Operation): 'person' | 'commune' | 'office' | 'nothing' {
  const shape = operation.input.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>;
  const required = (name: string) => name in shape && !shape[name]?.safeParse(undefined).success;
  if (operation.name.startsWith('identity.') || OF_THE_STATE.has(operation.name)) return 'nothing';
  if (PERSON_FIELDS.some(required)) return 'person';
  if ('communeId' in shape) return 'commune';
  return OFFICE_FIELDS.some((name) => name in shape) ? 'office' : 'nothing';
}
