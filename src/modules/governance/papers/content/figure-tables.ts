import { inCommune } from '../../../../kernel/commune-words.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { formatInteger, roundHalfUp } from '../../../../kernel/money.ts';
import { dropZeros, formatMillions, formatPercent } from '../../../../kernel/quantity.ts';
import type { PaperBlock, PaperCell, PaperTable } from '../../../documents/index.ts';
import type { Minutes, MinutesFigures } from '../../domain/minutes.ts';

type Figures = Minutes['figures'];
type Shown = Pick<Minutes, 'figures' | 'commune'>;

const DIRECT = '99';

/**
 * The figures of a commune in words, as the conclusion notice of an office begins: total, in term, overdue, frozen, their
 * ratio, unpaid interest. Null where the commune has no figures yet.
 */
export function totalSentence({ dataDate, total, staleDays }: Figures): string | null {
  if (dataDate === null || total === null) return null;
  const inTermVnd = total.outstandingVnd - total.overdueVnd - total.frozenVnd;
  const parts = [
    `tổng dư nợ ${million(total.outstandingVnd)}${changed(total)}`,
    `trong hạn ${million(inTermVnd)}`,
    `quá hạn ${million(total.overdueVnd)}`,
    `nợ khoanh ${million(total.frozenVnd)}`,
    `tỷ lệ quá hạn và khoanh ${arrearsOf(total)}`,
    `lãi tồn ${million(total.unpaidInterestVnd)}`,
    `thu lãi trong tháng ${million(total.interestMonthVnd)}`,
  ];
  const age = staleDays ? ` (số liệu cũ ${formatInteger(staleDays)} ngày)` : '';
  return `Đến ngày ${formatDate(dataDate)}${age}: ${parts.join('; ')}.`;
}

/** Said where the commune has no figures yet. */
export function noFigures({ commune }: Pick<Minutes, 'commune'>): PaperBlock {
  return { block: 'paragraph', text: inCommune('Chưa có số liệu của xã.', commune.name) };
}

/** Said before the figures where the meeting was that of one of several points: they are of all of them [GV265]. */
export function ofWholeCommune({ point, commune }: Pick<Minutes, 'point' | 'commune'>): PaperBlock[] {
  if (point.isOneOfSeveral !== true) return [];
  const text = inCommune('Số liệu sau đây là của toàn xã', commune.name);
  return [{ block: 'paragraph', text: `${text}, không riêng điểm giao dịch ${point.name}.` }];
}

/** Figures by association, the last column the loans long without a transaction; a total closes it. */
export function associationTable({ figures, commune }: Shown): PaperTable {
  return tableOf(figures.associations, {
    of: inCommune('Toàn xã', commune.name),
    last: lastOf(figures),
    first: 'Đơn vị nhận ủy thác',
    total: figures.total,
    nameOf: ({ name }) => name,
  });
}

/** Figures by group: the leader, and the group's code below it. */
export function groupTable({ figures, commune }: Shown): PaperTable {
  // Direct lending has no group: its row would be missing in the sum, so it stands among them.
  const direct = figures.associations.filter(({ key }) => key === DIRECT);
  return tableOf([...figures.groups, ...direct], {
    of: inCommune('Toàn xã', commune.name),
    last: lastOf(figures),
    first: 'Tổ trưởng, mã tổ',
    total: figures.total,
    nameOf: ({ key, name }) => (key === DIRECT || name.includes(key) ? name : `${name}, ${key}`),
  });
}

/** Minutes closed before they kept the title of their day keep the words they were closed with. */
function lastOf({ inactiveTitle = 'Không GD 3 tháng' }: Figures): string {
  return inactiveTitle;
}

type Rows = {
  readonly first: string;
  readonly last: string;
  readonly total: MinutesFigures | null;
  /** What the total is of. */
  readonly of: string;
  readonly nameOf: (part: MinutesFigures) => string;
};

function tableOf(parts: readonly MinutesFigures[], { first, last, total, of, nameOf }: Rows): PaperTable {
  return {
    block: 'table',
    unit: 'Đơn vị: triệu đồng, món',
    columns: [
      { share: 6, align: 'center' },
      { share: 30, align: 'left' },
      { share: 12, align: 'right' },
      { share: 10, align: 'right' },
      { share: 10, align: 'right' },
      { share: 10, align: 'right' },
      { share: 10, align: 'right' },
      { share: 12, align: 'right' },
    ],
    head: [['TT', first, 'Dư nợ', 'Tăng, giảm', 'Quá hạn', 'Nợ khoanh', 'Lãi tồn', last]],
    rows: parts.map((part, i) => [String(i + 1), nameOf(part), ...cellsOf(part)]),
    ...(total === null
      ? {}
      : { total: [{ text: of, columns: 2, align: 'left' as const }, ...cellsOf(total)] }),
  };
}

function cellsOf(part: MinutesFigures): PaperCell[] {
  return [
    cell(part.outstandingVnd),
    // Unknown is not zero: a part that had no figures then has no change.
    part.outstandingChangeVnd === null ? '-' : cell(part.outstandingChangeVnd),
    cell(part.overdueVnd),
    cell(part.frozenVnd),
    cell(part.unpaidInterestVnd),
    formatInteger(part.inactiveLoans),
  ];
}

const cell = (amountVnd: number) => formatMillions(BigInt(amountVnd), 1);
/** In a sentence no commas stand below each other: zeros behind them say nothing. */
const million = (amountVnd: number) => `${dropZeros(cell(amountVnd))} triệu đồng`;

function changed({ outstandingChangeVnd: change }: MinutesFigures): string {
  if (change === null || change === 0) return '';
  return ` (${change > 0 ? 'tăng' : 'giảm'} ${million(Math.abs(change))})`;
}

/** Overdue and frozen of the outstanding, in hundredths of a percent, rounded half up. */
function arrearsOf({ overdueVnd, frozenVnd, outstandingVnd }: MinutesFigures): string {
  if (outstandingVnd <= 0) return '0%';
  const bps = roundHalfUp(BigInt(overdueVnd + frozenVnd) * 10_000n, BigInt(outstandingVnd));
  return formatPercent(Number(bps));
}
