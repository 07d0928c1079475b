import type { PortfolioRule } from './rules.ts';

/** Reads the number of a rule as it is in force at the data date of a list. */
export type NumberOf = (rule: PortfolioRule) => number;

/**
 * A list: its title, the rule that says who stands on it, the word for the amount it adds up and is ordered by, and the
 * word for the day that matters on it. A title with days or months in it takes them from the rules in force.
 */
type List = {
  readonly title: string | ((numberOf: NumberOf) => string);
  readonly rule: string;
  readonly amount: string;
  readonly day: string | null;
};

const of = <Title extends List['title']>(
  rule: string,
  title: Title,
  amount: string,
  day: string | null = null,
) => ({ title, rule, amount, day });

const SESSION = 'Phiên giao dịch';
const DUE = 'Ngày đến hạn';
const OVERDUE_SINCE = 'Ngày quá hạn';
const FREEZE_END = 'Ngày hết hạn khoanh';
const LAST_TRANSACTION = 'Giao dịch gần nhất';

/** Overdue debt by age: the class above the bound of one rule, up to that of the next, both counted. */
const aged = (above: PortfolioRule | null, upTo: PortfolioRule | null) =>
  of(
    'PF29',
    (numberOf: NumberOf) => {
      const from = above === null ? 1 : numberOf(above) + 1;
      return upTo === null ? `Quá hạn trên ${from - 1} ngày` : `Quá hạn ${from}–${numberOf(upTo)} ngày`;
    },
    'Quá hạn',
    DUE,
  );

/** The lists that are decided at publication, by the rules in force on the data date [PF20–PF39]. */
export const PUBLISHED_LISTS = {
  overdue: of('PF20', 'Nợ quá hạn', 'Quá hạn', OVERDUE_SINCE),
  frozen: of('PF21', 'Nợ khoanh', 'Khoanh', FREEZE_END),
  inactive_3_months: of(
    'PF22',
    (numberOf: NumberOf) => `Không giao dịch ${numberOf('inactiveMonths')} tháng`,
    'Dư nợ',
    LAST_TRANSACTION,
  ),
  moved_to_overdue_in_month: of('PF23', 'Chuyển quá hạn trong tháng', 'Chuyển quá hạn', OVERDUE_SINCE),
  due_next_month_by_session: of('PF24', 'Đến hạn tháng sau theo phiên', 'Dư nợ', SESSION),
  unpaid_interest_3_months: of(
    'PF25',
    (numberOf: NumberOf) => `Lãi tồn từ ${numberOf('unpaidInterestMonths')} tháng`,
    'Lãi tồn',
    LAST_TRANSACTION,
  ),
  freeze_ends_within_120_days: of(
    'PF26',
    (numberOf: NumberOf) =>
      `Hết hạn khoanh trong ${numberOf('freezeWatchCompulsoryDays')} ngày, bắt buộc kiểm tra`,
    'Khoanh',
    FREEZE_END,
  ),
  freeze_ends_within_180_days: of(
    'PF27',
    (numberOf: NumberOf) => `Hết hạn khoanh trong ${numberOf('freezeWatchWarningDays')} ngày`,
    'Khoanh',
    FREEZE_END,
  ),
  disbursed_last_30_days: of(
    'PF28',
    (numberOf: NumberOf) => `Giải ngân trong ${numberOf('recentDisbursementDays')} ngày`,
    'Dư nợ',
    'Ngày giải ngân',
  ),
  disbursed_over_30_days: of(
    'PF96',
    (numberOf: NumberOf) =>
      `Giải ngân quá ${numberOf('recentDisbursementDays')} ngày, chưa quá ${numberOf('checkWatchMonths')} tháng`,
    'Dư nợ',
    'Ngày giải ngân',
  ),
  overdue_1_30: aged(null, 'ageBand1Days'),
  overdue_31_60: aged('ageBand1Days', 'ageBand2Days'),
  overdue_61_90: aged('ageBand2Days', 'ageBand3Days'),
  overdue_91_180: aged('ageBand3Days', 'ageBand4Days'),
  overdue_181_365: aged('ageBand4Days', 'ageBand5Days'),
  overdue_over_365: aged('ageBand5Days', null),
  due_past_not_moved: of('PF30', 'Đã quá ngày hợp đồng, chưa chuyển quá hạn', 'Dư nợ', SESSION),
  due_and_moved_in_period: of('PF31', 'Đến hạn và phải chuyển trong tháng sau', 'Dư nợ', SESSION),
  due_moved_later: of('PF32', 'Đến hạn tháng sau, chuyển ở phiên sau nữa', 'Dư nợ', SESSION),
  due_at_coming_sessions: of('PF33', 'Đến hạn ở các phiên tới', 'Dư nợ', SESSION),
  student_interest_not_due: of('PF88', 'Lãi tồn HSSV chưa đến kỳ trả', 'Lãi tồn', 'Bắt đầu trả lãi'),
  student_interest_unclear: of('PF89', 'Lãi tồn HSSV chưa rõ kỳ trả', 'Lãi tồn'),
  settled_interest_left: of('PF34', 'Hết gốc, còn nợ lãi', 'Lãi tồn', LAST_TRANSACTION),
  phone_missing: of('PF35', 'Chưa có số điện thoại', 'Dư nợ'),
  phone_invalid: of('PF36', 'Số điện thoại sai dạng', 'Dư nợ'),
  phone_shared: of('PF37', 'Nhiều khách hàng chung một số điện thoại', 'Dư nợ'),
  identity_card_expired: of('PF38', 'Giấy tờ tùy thân hết hạn', 'Dư nợ', 'Ngày hết hạn giấy tờ'),
  extension_disagrees: of('PF39', 'Số liệu gia hạn mâu thuẫn', 'Dư nợ', 'Đến hạn theo hợp đồng'),
} as const satisfies Record<string, List>;

/** The loans behind a figure, read from the positions when the list is opened [PF60–PF65]. */
export const FIGURE_LISTS = {
  arrears: of('PF60', 'Nợ quá hạn và nợ khoanh', 'Quá hạn + khoanh', 'Ngày quá hạn, hết hạn khoanh'),
  unpaid_interest: of('PF61', 'Món còn lãi tồn', 'Lãi tồn', LAST_TRANSACTION),
  disbursed_in_month: of('PF62', 'Giải ngân trong tháng', 'Giải ngân', 'Ngày giải ngân'),
  collected_in_month: of('PF63', 'Thu nợ trong tháng', 'Thu nợ', LAST_TRANSACTION),
  interest_in_month: of('PF64', 'Thu lãi trong tháng', 'Thu lãi', LAST_TRANSACTION),
  to_overdue_in_month: of(
    'PF65',
    'Chuyển quá hạn trong tháng, cả món đã trả hết',
    'Chuyển quá hạn',
    OVERDUE_SINCE,
  ),
} as const satisfies Record<string, List>;

/** The loans whose figure is another than at the date it is compared with [PF66]; customers who came and left [PF67]. */
export const CHANGE_LISTS = {
  outstanding_changed: of('PF66', 'Dư nợ thay đổi', 'Thay đổi'),
  overdue_changed: of('PF66', 'Nợ quá hạn thay đổi', 'Thay đổi'),
  frozen_changed: of('PF66', 'Nợ khoanh thay đổi', 'Thay đổi'),
  arrears_changed: of('PF66', 'Quá hạn + khoanh thay đổi', 'Thay đổi'),
  unpaid_interest_changed: of('PF66', 'Lãi tồn thay đổi', 'Thay đổi'),
  customers_changed: of('PF67', 'Hộ vay mới và hộ hết dư nợ', 'Hộ'),
} as const satisfies Record<string, List>;

/** Every list of a data date. The key is the name everywhere: in the database, on the wire, on the command line. */
export const LISTS = { ...PUBLISHED_LISTS, ...FIGURE_LISTS, ...CHANGE_LISTS } as const;

/** A list decided at publication. */
export type PublishedListName = keyof typeof PUBLISHED_LISTS;

/** A list read from the positions. */
export type FigureListName = keyof typeof FIGURE_LISTS;

/** A list of what changed between two dates. */
export type ChangeListName = keyof typeof CHANGE_LISTS;

/** One of {@link LISTS}. */
export type ListName = keyof typeof LISTS;

/** All names. */
export const LIST_NAMES = Object.keys(LISTS) as [ListName, ...ListName[]];

/** The names of a date's own lists, in the order they are offered; what changed needs a second date. */
export const DATE_LIST_NAMES = Object.keys({ ...PUBLISHED_LISTS, ...FIGURE_LISTS }) as (
  | PublishedListName
  | FigureListName
)[];

/** True for the lists that compare two dates. */
export function isChangeList(list: ListName): list is ChangeListName {
  return Object.hasOwn(CHANGE_LISTS, list);
}

/** True for the lists that are read from the positions of one date. */
export function isFigureList(list: ListName): list is FigureListName {
  return Object.hasOwn(FIGURE_LISTS, list);
}

/**
 * Ageing classes of overdue debt by days since the effective due date [PF29]. Both bounds are counted; the last has
 * no upper one. The bounds are dated rules; these are the names of the classes the rules fill.
 */
export const AGEING_LISTS = [
  'overdue_1_30',
  'overdue_31_60',
  'overdue_61_90',
  'overdue_91_180',
  'overdue_181_365',
  'overdue_over_365',
] as const satisfies readonly PublishedListName[];

/** The title of a list, with the days and months of the rules in force at its data date. */
export function listTitle(list: ListName, numberOf: NumberOf): string {
  const { title }: List = LISTS[list];
  return typeof title === 'string' ? title : title(numberOf);
}
