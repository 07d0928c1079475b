/** A list: its title, the rule that says who stands on it, and the word for the amount it adds up and is ordered by. */
type List = { readonly title: string; readonly rule: string; readonly amount: string };

/** The lists that are decided at publication, by the rules in force on the data date [PF20–PF39]. */
export const PUBLISHED_LISTS = {
  overdue: { title: 'Nợ quá hạn', rule: 'PF20', amount: 'Quá hạn' },
  frozen: { title: 'Nợ khoanh', rule: 'PF21', amount: 'Khoanh' },
  inactive_3_months: { title: 'Không giao dịch 3 tháng', rule: 'PF22', amount: 'Dư nợ' },
  moved_to_overdue_in_month: { title: 'Chuyển quá hạn trong tháng', rule: 'PF23', amount: 'Chuyển quá hạn' },
  due_next_month_by_session: { title: 'Đến hạn tháng sau theo phiên', rule: 'PF24', amount: 'Dư nợ' },
  unpaid_interest_3_months: { title: 'Lãi tồn từ 3 tháng', rule: 'PF25', amount: 'Lãi tồn' },
  freeze_ends_within_120_days: { title: 'Hết hạn khoanh, bắt buộc kiểm tra', rule: 'PF26', amount: 'Khoanh' },
  freeze_ends_within_180_days: { title: 'Sắp hết hạn khoanh', rule: 'PF27', amount: 'Khoanh' },
  disbursed_last_30_days: { title: 'Giải ngân trong 30 ngày', rule: 'PF28', amount: 'Dư nợ' },
  overdue_1_30: { title: 'Quá hạn 1–30 ngày', rule: 'PF29', amount: 'Quá hạn' },
  overdue_31_60: { title: 'Quá hạn 31–60 ngày', rule: 'PF29', amount: 'Quá hạn' },
  overdue_61_90: { title: 'Quá hạn 61–90 ngày', rule: 'PF29', amount: 'Quá hạn' },
  overdue_91_180: { title: 'Quá hạn 91–180 ngày', rule: 'PF29', amount: 'Quá hạn' },
  overdue_181_365: { title: 'Quá hạn 181–365 ngày', rule: 'PF29', amount: 'Quá hạn' },
  overdue_over_365: { title: 'Quá hạn trên 365 ngày', rule: 'PF29', amount: 'Quá hạn' },
  due_past_not_moved: { title: 'Đã quá ngày hợp đồng, chưa chuyển quá hạn', rule: 'PF30', amount: 'Dư nợ' },
  due_and_moved_in_period: { title: 'Đến hạn và phải chuyển trong tháng sau', rule: 'PF31', amount: 'Dư nợ' },
  due_moved_later: { title: 'Đến hạn tháng sau, chuyển ở phiên sau nữa', rule: 'PF32', amount: 'Dư nợ' },
  due_at_coming_sessions: { title: 'Đến hạn ở các phiên tới', rule: 'PF33', amount: 'Dư nợ' },
  settled_interest_left: { title: 'Hết gốc, còn nợ lãi', rule: 'PF34', amount: 'Lãi tồn' },
  phone_missing: { title: 'Chưa có số điện thoại', rule: 'PF35', amount: 'Dư nợ' },
  phone_invalid: { title: 'Số điện thoại sai', rule: 'PF36', amount: 'Dư nợ' },
  phone_shared: { title: 'Nhiều khách hàng chung một số điện thoại', rule: 'PF37', amount: 'Dư nợ' },
  identity_card_expired: { title: 'Giấy tờ tùy thân hết hạn', rule: 'PF38', amount: 'Dư nợ' },
  extension_disagrees: { title: 'Số liệu gia hạn mâu thuẫn', rule: 'PF39', amount: 'Dư nợ' },
} as const satisfies Record<string, List>;

/** The loans behind a figure, read from the positions when the list is opened [PF60–PF65]. */
export const FIGURE_LISTS = {
  arrears: { title: 'Nợ quá hạn và nợ khoanh', rule: 'PF60', amount: 'Quá hạn + khoanh' },
  unpaid_interest: { title: 'Món còn lãi tồn', rule: 'PF61', amount: 'Lãi tồn' },
  disbursed_in_month: { title: 'Giải ngân trong tháng', rule: 'PF62', amount: 'Giải ngân' },
  collected_in_month: { title: 'Thu nợ trong tháng', rule: 'PF63', amount: 'Thu nợ' },
  interest_in_month: { title: 'Thu lãi trong tháng', rule: 'PF64', amount: 'Thu lãi' },
  to_overdue_in_month: {
    title: 'Chuyển quá hạn trong tháng, cả món đã trả hết',
    rule: 'PF65',
    amount: 'Chuyển quá hạn',
  },
} as const satisfies Record<string, List>;

/** The loans whose figure is another than at the date it is compared with [PF66]; customers who came and left [PF67]. */
export const CHANGE_LISTS = {
  outstanding_changed: { title: 'Dư nợ thay đổi', rule: 'PF66', amount: 'Thay đổi' },
  overdue_changed: { title: 'Nợ quá hạn thay đổi', rule: 'PF66', amount: 'Thay đổi' },
  frozen_changed: { title: 'Nợ khoanh thay đổi', rule: 'PF66', amount: 'Thay đổi' },
  arrears_changed: { title: 'Quá hạn + khoanh thay đổi', rule: 'PF66', amount: 'Thay đổi' },
  unpaid_interest_changed: { title: 'Lãi tồn thay đổi', rule: 'PF66', amount: 'Thay đổi' },
  customers_changed: { title: 'Hộ vay mới và hộ hết dư nợ', rule: 'PF67', amount: 'Hộ' },
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
