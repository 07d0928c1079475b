import { addDays, type BusinessDate, day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { STANDARD_AGENDA } from '../domain/agenda.ts';
import { countParts, type Part } from '../domain/attendance.ts';
import type { Minutes, MinutesFigures } from '../domain/minutes.ts';
import { PAPER_KIND_NAMES, type PaperKind } from '../domain/papers/paper-kinds.ts';
import { filled } from '../domain/papers/placeholders.ts';
import type { ResultsBefore } from '../domain/papers/results.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
import type { PaperTemplate } from '../domain/papers/template.ts';
import type { PaperSources } from './gather-papers.ts';
import { occasionValues } from './occasion-values.ts';

const ID = '00000000-0000-8000-8000-000000000000' as Id;

/** What a preview is asked for. */
type Previewed = {
  readonly today: BusinessDate;
  readonly officeName: string;
  readonly template: { readonly kind: PaperKind; readonly content: PaperTemplate };
};

/** A made-up briefing, marked as a sample, for looking at a template; it names no person and no place that exists. */
export function sampleSources({ today, officeName, template }: Previewed): PaperSources {
  const minutes = sampleMinutes(today);
  const templates = Object.fromEntries(
    PAPER_KIND_NAMES.map((kind) => [
      kind,
      kind === template.kind ? template.content : standardTemplate(kind, today).template,
    ]),
  ) as Record<PaperKind, PaperTemplate>;
  const { commune, point, heldOn } = minutes;
  const values = occasionValues({
    ...{ officeName, communeName: commune.name, pointName: point.name, heldOn },
    isOneOfSeveral: false,
  });
  const bring = templates.invitation.toBring.map((item) => filled(item, values)).join('\n') || null;
  return {
    briefing: { ...sampleBriefing(today), bring },
    isOnlyOfDay: true,
    officeName,
    templates,
    numbers: (['invitation', 'conclusions', 'assignment', 'results'] as const).map((kind) => ({
      kind,
      number: 5,
      issuedOn: today,
      appointment: null,
    })),
    holders: { officeDirector: 'Họ và tên giám đốc', communeChair: 'Họ và tên chủ tịch' },
    agenda: STANDARD_AGENDA.map((item, i) => ({ ...item, id: ID, position: i, note: null, reachedAt: null })),
    attendees: minutes.attendees.map((one) => ({
      ...one,
      id: ID,
      seat: null,
      part: one.part as Part,
      isVacant: false,
      presence: 'present',
      version: 1,
      toldByName: null,
      leftOffice: null,
    })),
    replaced: new Map(),
    persons: new Map(),
    reached: new Set(),
    minutes,
    closed: {
      number: 5,
      year: Number(today.slice(0, 4)),
      hash: '0'.repeat(64),
      auditSequence: 1n,
      auditHash: '0'.repeat(64),
      isAltered: false,
    },
    addenda: [],
    before: sampleResults(today, minutes),
    countedTo: today,
    isSample: true,
  };
}

function sampleBriefing(today: BusinessDate): PaperSources['briefing'] {
  const at = new Date(`${today}T03:30:00Z`);
  return {
    id: ID,
    communeId: ID,
    pointCode: 'TXN01',
    pointName: 'trung tâm xã',
    pointVillages: [],
    regularOn: today,
    heldOn: today,
    metOn: today,
    startsAt: '07:30',
    meetsAt: '10:30',
    hourToldByName: null,
    place: 'Hội trường Ủy ban nhân dân xã',
    state: 'closed',
    revision: 1,
    preparedAt: at,
    openedAt: at,
    openedBy: null,
    closedAt: at,
    closedBy: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelledByName: null,
    cancelReason: null,
    minutesYear: null,
    minutesNumber: null,
    minutesHash: null,
    bring: null,
    bringOrigin: 'template',
    bringWrittenByName: null,
    bringWrittenAt: null,
    agendaVersion: 1,
    agendaWrittenByName: null,
    invitesPersons: true,
  };
}

function sampleResults(today: BusinessDate, { conclusions }: Minutes): ResultsBefore {
  const results = conclusions.map(({ text, ownerName }) => ({
    ...{ text, ownerName, insteadOf: null, dueOn: addDays(today, -2) },
    state: 'reported' as const,
    lateDays: 0,
    report: {
      on: addDays(today, -3),
      text: 'Đã kiểm tra các món mới giải ngân',
      outcome: 'done' as const,
      files: 2,
    },
    reason: null,
    figures: null,
    isContradicted: false,
  }));
  return { heldOn: addDays(today, -30), results };
}

function sampleMinutes(today: BusinessDate): Minutes {
  const attendees = [
    { part: 'teamLeader', fullName: 'Người chủ trì', capacity: 'Tổ trưởng Tổ giao dịch xã' },
    { part: 'communeChair', fullName: 'Người thứ hai', capacity: 'Chủ tịch UBND xã' },
    { part: 'associationHead', fullName: 'Người thứ ba', capacity: 'Hội Liên hiệp Phụ nữ' },
    { part: 'groupLeader', fullName: 'Người thứ tư', capacity: 'Tổ trưởng tổ 0000001' },
  ].map((one) => ({ ...one, isVacant: false, presence: 'present', deputyName: null, note: null }));
  return {
    commune: { id: ID, name: 'Xã Mẫu' },
    point: { code: 'TXN01', name: 'trung tâm xã', place: 'Hội trường Ủy ban nhân dân xã' },
    heldOn: today,
    openedAt: `${today}T03:30:00Z`,
    closedAt: `${today}T04:20:00Z`,
    chairedBy: 'Người chủ trì',
    agenda: [],
    attendees,
    parts: countParts(
      attendees.map((one) => ({ ...one, part: one.part as Part, presence: 'present' as const })),
    ),
    missingParts: [],
    figures: {
      dataDate: day(`${today.slice(0, 4)}-01-31`),
      comparedDate: null,
      total: figures('total', 'Toàn xã', 2),
      associations: [figures('11', 'Hội Nông dân', 1), figures('12', 'Hội Liên hiệp Phụ nữ', 1)],
      groups: [figures('0000001', 'Người thứ tư', 2)],
    },
    points: ['Tháng này không có món chuyển quá hạn'],
    difficulties: [
      {
        text: 'Không gặp được một hộ có món đến hạn',
        about: null,
        raisedByName: 'Người thứ tư',
        answer: null,
        answeredByName: null,
        answeredAt: null,
        givenName: 'Công an xã',
        dueOn: addDays(today, 7),
      },
    ],
    conclusions: [
      {
        id: ID,
        text: 'Kiểm tra việc sử dụng vốn vay của các món mới giải ngân',
        ownerSeat: 'associationHead:12',
        ownerName: 'Người thứ ba, Hội Liên hiệp Phụ nữ',
        dueOn: addDays(today, 14),
      },
    ],
  };
}

function figures(key: string, name: string, share: number): MinutesFigures {
  return {
    key,
    name,
    outstandingVnd: share * 5_000_000_000,
    outstandingChangeVnd: share * 120_000_000,
    overdueVnd: share * 10_000_000,
    frozenVnd: 0,
    unpaidInterestVnd: share * 8_400_000,
    interestMonthVnd: share * 27_000_000,
    inactiveLoans: share,
  };
}
