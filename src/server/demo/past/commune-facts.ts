import { villageWithin } from '../../../kernel/commune-words.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { listSeats, type showBriefingFigures } from '../../../modules/governance/contract.ts';
import { seatLabel } from '../../../modules/governance/domain/seats.ts';
import { listGroups } from '../../../modules/groups/contract.ts';
import { listLoans } from '../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../modules/portfolio/index.ts';
import { SAMPLE_PEOPLE, type SamplePerson } from '../sample-people.ts';
import type { Hands } from './hands.ts';

/** A commune of the demo: where its past is written, and by whom. */
export type Town = {
  readonly communeId: Id;
  /** The bank's code; the seed of its chance. */
  readonly code: string;
  readonly hands: Hands;
  /** How many months of the past follow this one; 0 in the month in which the demo begins. */
  readonly monthsToGo: number;
};

/** Who prepares, leads and writes down every briefing of the demo. */
export const OFFICER = 'canbo';

/** Figures as the briefing shows them. */
export type Figures = OutputOf<typeof showBriefingFigures>;

/** A loan of a list. */
export type Loan = OutputOf<typeof listLoans>['rows'][number];

/** A savings group with its board. */
export type Group = OutputOf<typeof listGroups>['groups'][number];

/** An office that a task can be given to, under the name that goes with it today. */
export type Owner = { readonly ownerSeat: string | null; readonly ownerName: string };

/** What is known of a commune on the day of a meeting: its sentences are made from nothing else. */
export type CommuneFacts = {
  readonly groups: readonly Group[];
  /** Disbursed in the last days by the rule, the largest first. */
  readonly disbursed: readonly Loan[];
  readonly overdue: readonly Loan[];
  readonly inactive: readonly Loan[];
  readonly freezesEnding: readonly Loan[];
  /** Due at the coming sessions, this one's among them. */
  readonly due: readonly Loan[];
  /** The office under a seat's key; undefined where the commune has none. */
  owner(seat: string): Owner | undefined;
};

/** Reads them as the officer sees them: of the lists only those that the figures say have somebody on them. */
export async function readCommuneFacts(
  { hands, communeId }: Town,
  { total, due, points }: Figures,
): Promise<CommuneFacts> {
  const loans = async (list: ListName, isNeeded: boolean) => {
    if (!isNeeded) return [];
    return (await hands.act(OFFICER, listLoans, { list, communeId, limit: 100 })).rows;
  };
  const isNamed = (list: string) =>
    points.some(({ pieces }) =>
      pieces.some(({ link }) => link !== null && 'list' in link && link.list === list),
    );
  const { seats } = await hands.act(OFFICER, listSeats, { communeId });
  const owners = new Map(
    seats.map((seat) => [seat.seat, { ownerSeat: seat.seat, ownerName: seatLabel(seat) }]),
  );
  return {
    groups: (await hands.act(OFFICER, listGroups, { communeId })).groups,
    disbursed: await loans('disbursed_last_30_days', isNamed('disbursed_last_30_days')),
    overdue: await loans('overdue', (total?.overdueVnd ?? 0n) > 0n),
    inactive: await loans('inactive_3_months', isNamed('inactive_3_months')),
    freezesEnding: await loans('freeze_ends_within_120_days', isNamed('freeze_ends_within_120_days')),
    due: await loans('due_at_coming_sessions', due !== null),
    owner: (seat) => owners.get(seat),
  };
}

/** The sample person who holds a seat of a commune; undefined where nobody with an account does. */
export function loginOfSeat(seat: string | null, communeCode: string): string | undefined {
  return SAMPLE_PEOPLE.find((person) => seat !== null && seatOf(person, communeCode) === seat)?.login;
}

/** The chair of a commune. @throws Error where the demo has none */
export function chairOf(communeCode: string): string {
  const login = loginOfSeat('communeChair', communeCode);
  if (login === undefined) throw new Error(`nobody chairs ${communeCode}`);
  return login;
}

function seatOf(person: SamplePerson, communeCode: string): string | null {
  const { role, associationCode, villageCode, groupCode } = person;
  if (role === 'creditOfficer' || role === 'officeDirector') return role;
  if (person.communeCode !== communeCode) return null;
  const code = associationCode ?? villageCode ?? groupCode;
  return code === undefined ? role : `${role}:${code}`;
}

/** The name of a customer as a sentence has it: `hộ Hồ Văn Hải (thôn Ngọc Lãng)`. */
export function householdOf({ customerName, customerCode, villageName }: Loan): string {
  const where = villageName === null ? '' : ` (${villageWithin(villageName)})`;
  return `hộ ${customerName ?? customerCode}${where}`;
}

/** Whether nobody can call the customer of a loan: there is no number, or the one there is has been marked wrong. */
export function isUnreachable({ phone, phoneWrongSince }: Loan): boolean {
  return phone === null || phoneWrongSince !== null;
}

/** The month of a day in words: `tháng 9`. */
export function monthOf(date: BusinessDate): string {
  return `tháng ${Number(date.slice(5, 7))}`;
}
