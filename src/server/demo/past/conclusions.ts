import { villageWithin } from '../../../kernel/commune-words.ts';
import { addDays, type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { formatInteger } from '../../../kernel/money.ts';
import { formatShort } from '../../../kernel/quantity.ts';
import type { MeasuredBy } from '../../../modules/governance/domain/measured-by.ts';
import { inTurn, oneOf, throwOf } from './chance.ts';
import { householdOf, type Loan, monthOf, type Owner } from './commune-facts.ts';
import { groupsHere, here, isSoon, largest, type Meeting, unreachableHere } from './meeting.ts';

/** What a conclusion is about, or a difficulty that is given to somebody. A task knows it by how its text begins: {@link aboutOf}. */
export type About =
  | 'checks'
  | 'unpaidInterest'
  | 'overdue'
  | 'due'
  | 'unreachable'
  | 'inactive'
  | 'freeze'
  | 'weakGroup'
  | 'migrants'
  | 'needs'
  | 'missed'
  | 'silent';

/** A conclusion to be written down. */
export type Conclusion = Owner & {
  readonly text: string;
  readonly dueOn: BusinessDate;
  /** By which figures it will be told; null where none tell. */
  readonly measuredBy: MeasuredBy | null;
};

/** How texts about each matter begin: by these words, and by no other's. */
const OPENINGS: Readonly<Record<About, readonly string[]>> = {
  checks: ['Kiểm tra sử dụng vốn', 'Kiểm tra sau giải ngân'],
  unpaidInterest: ['Làm việc với tổ', 'Họp tổ'],
  overdue: ['Mời hộ', 'Đến nhà hộ', 'Đối chiếu nợ với hộ'],
  due: ['Báo nợ đến hạn'],
  unreachable: ['Xác minh nơi ở'],
  inactive: ['Gặp các hộ lâu không giao dịch'],
  freeze: ['Kiểm tra khả năng trả nợ'],
  weakGroup: ['Kèm tổ'],
  migrants: ['Lập danh sách hộ vay vắng nhà'],
  needs: ['Tổng hợp nhu cầu vay'],
  missed: ['Không gặp được hộ', 'Hai lần tới nhà hộ', 'Chưa có số gọi được của hộ'],
  silent: ['Tổ đã nhắc nhiều lần'],
};

/** What a task given by a briefing of the demo is about; undefined for other texts. */
export function aboutOf(text: string): About | undefined {
  const abouts = Object.keys(OPENINGS) as About[];
  return abouts.find((about) => OPENINGS[about].some((opening) => text.startsWith(opening)));
}

/** Three to five conclusions of a meeting: what the figures press for first, the rest in turn. */
export function conclusionsOf(meeting: Meeting): Conclusion[] {
  const pressing = [checks, overdue, unreachable, due, freeze];
  const inTurn = [unpaidInterest, inactive, weakGroup, migrants, needs];
  const from = throwOf(inTurn.length, meeting.seed, 'turn');
  const turned = [...inTurn.slice(from), ...inTurn.slice(0, from)];
  const found = [...pressing, ...turned].map((make) => make(meeting));
  const most = 3 + throwOf(3, meeting.seed, 'most');
  return found.filter((conclusion) => conclusion !== undefined).slice(0, most);
}

type Made = Conclusion | undefined;

type ToGive = {
  readonly seat: string;
  readonly days: number;
  readonly text: string;
  readonly measuredBy?: MeasuredBy | null;
};

/** A conclusion for whoever holds the seat; none where the commune has no such office. */
function given({ facts, heldOn }: Meeting, { seat, days, text, measuredBy = null }: ToGive): Made {
  const owner = facts.owner(seat);
  return owner && { ...owner, text, dueOn: addDays(heldOn, days), measuredBy };
}

function checks(meeting: Meeting): Made {
  const { facts, heldOn, place } = meeting;
  const [association, loans] = largest(
    here(meeting, facts.disbursed),
    ({ associationCode }) => associationCode,
  );
  if (association === undefined) return undefined;
  // Of the list of thirty days, which begins in the month before the figures': a month's own count is another.
  const text = inTurn(
    [
      `Kiểm tra sử dụng vốn ${loans.length} món giải ngân trong 30 ngày theo mẫu 06/TD, gửi phiếu về tổ giao dịch.`,
      `Kiểm tra sau giải ngân ${loans.length} món của 30 ngày qua (mẫu 06/TD), hộ nào dùng sai mục đích thì báo ngay.`,
    ],
    ...[heldOn, place, 'checks'],
  );
  // Where the association has new loans of another point too they are no list of this meeting's.
  const isWhole =
    facts.disbursed.filter((loan) => loan.associationCode === association).length === loans.length;
  const list = { list: 'disbursed_last_30_days', part: 'association', code: association } as const;
  return given(meeting, {
    ...{ seat: `associationHead:${association}`, days: 20, text },
    measuredBy: isWhole ? { figure: 'checked', ...list } : null,
  });
}

function overdue(meeting: Meeting): Made {
  const { facts, heldOn, place, seed } = meeting;
  const loans = here(meeting, facts.overdue);
  // Not every month the same household: what was asked last time has its time.
  if (loans.length === 0 || throwOf(3, seed, 'rest') === 0) return undefined;
  const loan = oneOf(loans, seed, 'whom');
  const [who, owed] = [householdOf(loan), formatShort(loan.overdueVnd)];
  return given(meeting, {
    ...inTurn(
      [
        { seat: 'communeChair', text: `Mời ${who} làm việc về ${owed} quá hạn, lập cam kết có ngày trả.` },
        {
          seat: `villageHead:${loan.villageCode}`,
          text: `Đến nhà ${who} cùng tổ trưởng, vận động người nhà trả dần ${owed} quá hạn.`,
        },
        {
          seat: `associationHead:${loan.associationCode}`,
          text: `Đối chiếu nợ với ${who}, xác minh nguồn trả cho ${owed} quá hạn.`,
        },
      ],
      ...[heldOn, place, 'how'],
    ),
    days: 14,
    measuredBy: { figure: 'overdue', list: 'overdue', part: 'customer', code: loan.customerCode },
  });
}

/** What falls due at the session after this one: there is time until then. */
function due(meeting: Meeting): Made {
  const { heldOn, facts } = meeting;
  const coming = here(meeting, facts.due).filter(({ dueOnSession }) => isSoon(dueOnSession, heldOn));
  const sessionOn = coming.map(({ dueOnSession }) => dueOnSession ?? heldOn).sort()[0];
  if (sessionOn === undefined) return undefined;
  const loans = coming.filter(({ dueOnSession }) => dueOnSession === sessionOn);
  const households = formatInteger(new Set(loans.map(({ customerCode }) => customerCode)).size);
  const owed = formatShort(loans.reduce((sum, { outstandingVnd }) => sum + outstandingVnd, 0n));
  const text = `Báo nợ đến hạn phiên ${formatDate(sessionOn)} tới ${households} hộ, ${owed}; hộ nào khó khăn thì hướng dẫn xin gia hạn trước ngày đến hạn.`;
  return given(meeting, { seat: 'creditOfficer', days: 10, text });
}

/** Somebody of whom nobody knows where they are: before a loan falls due, or after long silence. */
function unreachable(meeting: Meeting): Made {
  const { facts, seed } = meeting;
  const [loan] = unreachableHere(meeting);
  const silent = here(meeting, facts.inactive).filter(({ lastTransactionOn }) => lastTransactionOn !== null);
  if ((!loan && silent.length === 0) || throwOf(2, seed, 'search') === 0) return undefined;
  const text = loan
    ? `Xác minh nơi ở và số điện thoại của ${householdOf(loan)}, món vay đến hạn phiên ${formatDate(loan.dueOnSession ?? meeting.heldOn)}.`
    : whereabouts(oneOf(silent, seed, 'whose whereabouts'));
  return given(meeting, { seat: 'communePolice', days: 12, text });
}

function whereabouts(loan: Loan): string {
  const since =
    loan.lastTransactionOn === null ? '' : `, không giao dịch từ ${formatDate(loan.lastTransactionOn)}`;
  return `Xác minh nơi ở của ${householdOf(loan)}${since}.`;
}

function freeze(meeting: Meeting): Made {
  const [loan] = here(meeting, meeting.facts.freezesEnding);
  if (!loan?.freezeEndsOn || throwOf(2, meeting.seed, 'freeze') === 0) return undefined;
  return {
    ownerSeat: null,
    ownerName: 'Ban giảm nghèo',
    dueOn: addDays(meeting.heldOn, 25),
    measuredBy: null,
    text: `Kiểm tra khả năng trả nợ của ${householdOf(loan)} trước khi hết hạn khoanh ngày ${formatDate(loan.freezeEndsOn)}.`,
  };
}

/** The group whose unpaid interest rose most, by the figures of the month. */
function unpaidInterest(meeting: Meeting): Made {
  const { figures, facts, seed } = meeting;
  const codes = new Set(groupsHere(meeting).map(({ groupCode }) => groupCode));
  const [risen] = figures.groups
    .filter(({ key, unpaidInterestChangeVnd }) => codes.has(key) && (unpaidInterestChangeVnd ?? 0n) > 0n)
    .sort((a, b) => Number((b.unpaidInterestChangeVnd ?? 0n) - (a.unpaidInterestChangeVnd ?? 0n)));
  const group = facts.groups.find(({ groupCode }) => groupCode === risen?.key);
  if (!risen || !group) return undefined;
  const rise = formatShort(risen.unpaidInterestChangeVnd ?? 0n);
  const [text, seat] = oneOf(
    [
      [
        `Làm việc với tổ ${group.leaderName} về lãi tồn tăng ${rise}, lập lịch thu từng hộ.`,
        `associationHead:${group.associationCode}`,
      ],
      [
        `Họp tổ, nêu từng hộ còn nợ lãi (lãi tồn của tổ tăng ${rise}), hộ nào hẹn thì ghi ngày.`,
        `groupLeader:${group.groupCode}`,
      ],
    ] as const,
    ...[seed, 'risen'],
  );
  return given(meeting, {
    ...{ seat, days: 16, text },
    measuredBy: { figure: 'unpaidInterest', list: 'unpaid_interest', part: 'group', code: group.groupCode },
  });
}

function inactive(meeting: Meeting): Made {
  const loans = here(meeting, meeting.facts.inactive);
  const [association, own] = largest(loans, ({ associationCode }) => associationCode);
  if (association === undefined) return undefined;
  const text = `Gặp các hộ lâu không giao dịch (${own.length} món), ghi rõ hộ nào đi làm ăn xa, hộ nào cố tình không trả.`;
  return given(meeting, { seat: `associationHead:${association}`, days: 18, text });
}

function weakGroup(meeting: Meeting): Made {
  const weak = groupsHere(meeting).filter(
    ({ score }) => score?.grade === 'Trung bình' || score?.grade === 'Yếu',
  );
  if (weak.length === 0) return undefined;
  const { leaderName, associationCode, score } = oneOf(weak, meeting.seed, 'weak');
  const text = `Kèm tổ ${leaderName} (xếp loại ${score?.grade}) sinh hoạt tháng tới, rà lại từng tiêu chí bị trừ điểm.`;
  return given(meeting, { seat: `associationHead:${associationCode}`, days: 25, text });
}

function migrants(meeting: Meeting): Made {
  const villages = [
    ...new Map(groupsHere(meeting).map((group) => [group.villageCode, group.villageName])).entries(),
  ].sort();
  if (villages.length === 0) return undefined;
  const [code, name] = oneOf(villages, meeting.seed, 'village');
  const text = `Lập danh sách hộ vay vắng nhà ở ${villageWithin(name ?? code)}, ghi nơi đến và người ở nhà giữ liên lạc.`;
  return given(meeting, { seat: `villageHead:${code}`, days: 15, text });
}

function needs(meeting: Meeting): Made {
  const codes = [...new Set(groupsHere(meeting).map(({ associationCode }) => associationCode))].sort();
  if (codes.length === 0) return undefined;
  const text = `Tổng hợp nhu cầu vay của các tổ sau ${monthOf(meeting.dataDate)}, tổ nào bình xét chưa xong thì nêu ngày họp.`;
  return given(meeting, { seat: `associationHead:${oneOf(codes, meeting.seed, 'needs')}`, days: 12, text });
}
