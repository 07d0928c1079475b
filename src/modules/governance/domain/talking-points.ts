import { formatInteger } from '../../../kernel/money.ts';
import { formatPercent, formatShort } from '../../../kernel/quantity.ts';
import type {
  Compared,
  DueSession,
  LoansLink,
  Piece,
  PointFigures,
  PointLink,
  PointMark,
} from './point-figures.ts';
import { sessionWords } from './session-words.ts';

/** A point to raise: a sentence made from the figures by a rule [GV20]–[GV27], [GV129]. */
export type PreparedPoint = {
  /** The rule it follows, and in the database its key. */
  readonly key: PointKey;
  readonly mark: PointMark;
  readonly pieces: readonly Piece[];
};

/** The rules that make points, in the order in which they are raised. */
export const POINT_RULES = {
  'moved-to-overdue': 'GV20',
  'unpaid-interest-risen': 'GV21',
  'unpaid-interest-fallen': 'GV22',
  'due-at-session': 'GV23',
  'freezes-ending': 'GV24',
  'weak-groups': 'GV25',
  'long-unpaid': 'GV26',
  'checks-due': 'GV27',
  'checks-late': 'GV129',
} as const;

/** One of {@link POINT_RULES}. */
export type PointKey = keyof typeof POINT_RULES;

/** The points of a briefing [GV20]–[GV27], [GV129]; a rule with nothing to say makes none. */
export function preparePoints(figures: PointFigures): PreparedPoint[] {
  const points = [
    movedToOverdue(figures),
    unpaidInterestRisen(figures),
    unpaidInterestFallen(figures),
    dueAtSession(figures),
    freezesEnding(figures),
    weakGroups(figures),
    longUnpaid(figures),
    checksDue(figures),
    checksLate(figures),
  ];
  return points.filter((point) => point !== null);
}

/** A point as one plain sentence. */
export function sentenceOf(point: Pick<PreparedPoint, 'pieces'>): string {
  return point.pieces.map(({ text }) => text).join('');
}

const say = (text: string): Piece => ({ text, link: null });
const number = (text: string, link: PointLink): Piece => ({ text, link });

/** [GV20] */
function movedToOverdue(figures: PointFigures): PreparedPoint {
  const { toOverdueLoans, toOverdueVnd } = figures;
  const ratio = ratioPieces(figures);
  if (toOverdueLoans === 0)
    return {
      key: 'moved-to-overdue',
      mark: 'same',
      pieces: [say(`${monthOf(figures)} không có món chuyển quá hạn`), ...ratio, say('.')],
    };
  const moved = `${formatInteger(toOverdueLoans)} món, ${formatShort(toOverdueVnd)}`;
  return {
    key: 'moved-to-overdue',
    mark: 'up',
    pieces: [
      say(`${monthOf(figures)} có `),
      number(moved, { list: 'to_overdue_in_month' }),
      say(' chuyển quá hạn'),
      ...ratio,
      say('.'),
    ],
  };
}

/** The ratio opens what is overdue or frozen, where anything is. */
function ratioPieces({ arrearsBps, arrearsBeforeBps, hasArrears }: PointFigures): Piece[] {
  if (arrearsBps === null || arrearsBeforeBps === null) return [];
  const ratio = formatPercent(arrearsBps);
  const now = hasArrears ? number(ratio, { list: 'arrears' }) : say(ratio);
  if (arrearsBps === arrearsBeforeBps) return [say(', tỷ lệ quá hạn và khoanh giữ ở '), now];
  const way = arrearsBps < arrearsBeforeBps ? 'giảm' : 'tăng';
  const reach = arrearsBps < arrearsBeforeBps ? 'còn' : 'lên';
  return [say(`, tỷ lệ quá hạn và khoanh ${way} từ ${formatPercent(arrearsBeforeBps)} ${reach} `), now];
}

/** [GV21] The association whose unpaid interest rose most, and in which group most; a smaller rise is none [GV166]. */
function unpaidInterestRisen(figures: PointFigures): PreparedPoint | null {
  const { associations, groups, leastInterestChangeVnd: leastVnd } = figures;
  const [risen] = changesOf(associations).filter(({ changeVnd }) => changeVnd >= leastVnd);
  if (!risen) return null;
  const [group] = changesOf(groups.filter(({ associationCode }) => associationCode === risen.key));
  const where = group && group.changeVnd >= leastVnd ? `, nhiều nhất ở tổ ${group.name}` : '';
  return {
    key: 'unpaid-interest-risen',
    mark: 'up',
    pieces: [
      say(`Lãi tồn ${risen.name} tăng `),
      number(formatShort(risen.changeVnd), {
        list: 'unpaid_interest_changed',
        associationCode: risen.key,
      }),
      say(`${where}.`),
    ],
  };
}

/** [GV22] The two associations whose unpaid interest fell most: what went well is said too; a smaller fall is none [GV166]. */
function unpaidInterestFallen(figures: PointFigures): PreparedPoint | null {
  const fallen = changesOf(figures.associations)
    .filter(({ changeVnd }) => -changeVnd >= figures.leastInterestChangeVnd)
    .reverse()
    .slice(0, 2);
  if (fallen.length === 0) return null;
  const pieces = fallen.flatMap(({ key, name, changeVnd }, i) => [
    say(i === 0 ? `Lãi tồn ${name} giảm ` : `, ${name} giảm `),
    number(formatShort(-changeVnd), { list: 'unpaid_interest_changed', associationCode: key }),
  ]);
  return { key: 'unpaid-interest-fallen', mark: 'down', pieces: [...pieces, say('.')] };
}

/** Parts by how much their unpaid interest rose, most first; equal changes by code. */
function changesOf<P extends Compared>(parts: readonly P[]) {
  return parts
    .flatMap((part) =>
      part.unpaidInterestBeforeVnd === null
        ? []
        : [{ ...part, changeVnd: part.unpaidInterestVnd - part.unpaidInterestBeforeVnd }],
    )
    .sort((a, b) => Number(b.changeVnd - a.changeVnd) || (a.key < b.key ? -1 : 1));
}

/** [GV23] [GV240] [GV257] */
function dueAtSession({ due, dueNext }: PointFigures): PreparedPoint | null {
  if (due === null || due.loans === 0) return null;
  const after =
    dueNext === null ? [] : [say('; '), ...duePieces(`phiên sau ${sessionWords(dueNext)}`, dueNext)];
  return {
    key: 'due-at-session',
    mark: 'day',
    pieces: [...duePieces(`Phiên ${sessionWords(due)}`, due), ...after, say('.')],
  };
}

function duePieces(session: string, due: DueSession): Piece[] {
  const link = { list: 'due_at_coming_sessions', sessionOn: due.sessionOn };
  const households = { ...link, reach: 'unreachable', by: 'customer' } as const;
  const unreachable = due.customers - due.reachableCustomers;
  return [
    say(`${session} đến hạn `),
    number(`${formatInteger(due.loans)} món, ${formatShort(due.amountVnd)}`, link),
    ...(unreachable === 0
      ? [say(', hộ nào cũng liên lạc được')]
      : [say(', '), number(`${formatInteger(unreachable)} hộ`, households), say(' chưa có số liên lạc')]),
  ];
}

/** [GV24] */
function freezesEnding({ freezesEnding: loans, freezeEndsWithinDays }: PointFigures): PreparedPoint | null {
  if (loans === 0) return null;
  return {
    key: 'freezes-ending',
    mark: 'day',
    pieces: [
      number(`${formatInteger(loans)} món khoanh`, { list: 'freeze_ends_within_120_days' }),
      say(` hết hạn khoanh trong ${formatInteger(freezeEndsWithinDays)} ngày, phải kiểm tra khả năng trả.`),
    ],
  };
}

/** [GV25] */
function weakGroups({ weakGroups: weak }: PointFigures): PreparedPoint | null {
  if (weak.length === 0) return null;
  const names = weak.slice(0, 3).map(({ name, grade }) => `${name} (${grade})`);
  const rest = weak.length > 3 ? ` và ${formatInteger(weak.length - 3)} tổ nữa` : '';
  return {
    key: 'weak-groups',
    mark: 'people',
    pieces: [
      number(`${formatInteger(weak.length)} tổ`, { groups: 'belowFair' }),
      say(` xếp loại dưới Khá: ${names.join(', ')}${rest}.`),
    ],
  };
}

/** [GV26] */
function longUnpaid({ manyMonthsUnpaid, inactive }: PointFigures): PreparedPoint | null {
  if (manyMonthsUnpaid === 0 && inactive === 0) return null;
  return {
    key: 'long-unpaid',
    mark: 'people',
    pieces: [
      ...counted(inactive, 'inactive_3_months', ' lâu không giao dịch'),
      ...(inactive === 0 || manyMonthsUnpaid === 0 ? [] : [say(', ')]),
      ...counted(manyMonthsUnpaid, 'unpaid_interest_3_months', ' lãi tồn nhiều tháng'),
      say('.'),
    ],
  };
}

/** Nothing is said of what there is none of. */
function counted(loans: number, list: LoansLink['list'], words: string): Piece[] {
  return loans === 0 ? [] : [number(`${formatInteger(loans)} món`, { list }), say(words)];
}

/** [GV27] */
function checksDue({ justDisbursed, justDisbursedDays }: PointFigures): PreparedPoint | null {
  if (justDisbursed === 0) return null;
  return {
    key: 'checks-due',
    mark: 'day',
    pieces: [
      number(`${formatInteger(justDisbursed)} món`, { list: 'disbursed_last_30_days' }),
      say(
        ` giải ngân trong ${formatInteger(justDisbursedDays)} ngày, cần kiểm tra sử dụng vốn theo mẫu 06/TD.`,
      ),
    ],
  };
}

/** [GV129] The bank's figures hold no checks: the sentence says no more than that no report tells of one. */
function checksLate({ checksLate: loans, justDisbursedDays }: PointFigures): PreparedPoint | null {
  if (loans === 0) return null;
  return {
    key: 'checks-late',
    mark: 'people',
    pieces: [
      number(`${formatInteger(loans)} món`, { list: 'disbursed_over_30_days', check: 'untold' }),
      say(
        ` giải ngân đã quá ${formatInteger(justDisbursedDays)} ngày, chưa báo cáo nào nêu đã kiểm tra theo mẫu 06/TD.`,
      ),
    ],
  };
}

function monthOf({ dataDate }: PointFigures): string {
  return `Tháng ${Number(dataDate.slice(5, 7))}`;
}
