/**
 * The lists of a data date, in the order they are offered [PF20–PF41]. The key is the name everywhere: in the
 * database, on the wire, on the command line. `weight` says what the list is ordered by, descending.
 */
export const LISTS = {
  overdue: { title: 'Nợ quá hạn', rule: 'PF20', weight: 'vnd' },
  frozen: { title: 'Nợ khoanh', rule: 'PF21', weight: 'vnd' },
  inactive_3_months: { title: 'Không giao dịch 3 tháng', rule: 'PF22', weight: 'vnd' },
  moved_to_overdue_in_month: { title: 'Chuyển quá hạn trong tháng', rule: 'PF23', weight: 'vnd' },
  due_next_month_by_session: { title: 'Đến hạn tháng sau theo phiên', rule: 'PF24', weight: 'vnd' },
  unpaid_interest_3_months: { title: 'Lãi tồn từ 3 tháng', rule: 'PF25', weight: 'vnd' },
  freeze_ends_within_120_days: { title: 'Hết hạn khoanh, bắt buộc kiểm tra', rule: 'PF26', weight: 'vnd' },
  freeze_ends_within_180_days: { title: 'Sắp hết hạn khoanh', rule: 'PF27', weight: 'vnd' },
  disbursed_last_30_days: { title: 'Giải ngân trong 30 ngày', rule: 'PF28', weight: 'vnd' },
  overdue_1_30: { title: 'Quá hạn 1–30 ngày', rule: 'PF29', weight: 'vnd' },
  overdue_31_60: { title: 'Quá hạn 31–60 ngày', rule: 'PF29', weight: 'vnd' },
  overdue_61_90: { title: 'Quá hạn 61–90 ngày', rule: 'PF29', weight: 'vnd' },
  overdue_91_180: { title: 'Quá hạn 91–180 ngày', rule: 'PF29', weight: 'vnd' },
  overdue_181_365: { title: 'Quá hạn 181–365 ngày', rule: 'PF29', weight: 'vnd' },
  overdue_over_365: { title: 'Quá hạn trên 365 ngày', rule: 'PF29', weight: 'vnd' },
  due_past_not_moved: { title: 'Đã quá ngày hợp đồng, chưa chuyển quá hạn', rule: 'PF30', weight: 'vnd' },
  due_and_moved_in_period: { title: 'Đến hạn và phải chuyển trong tháng sau', rule: 'PF31', weight: 'vnd' },
  due_moved_later: { title: 'Đến hạn tháng sau, chuyển ở phiên sau nữa', rule: 'PF32', weight: 'vnd' },
  due_at_coming_sessions: { title: 'Đến hạn ở các phiên tới', rule: 'PF33', weight: 'vnd' },
  settled_interest_left: { title: 'Hết gốc, còn nợ lãi', rule: 'PF34', weight: 'vnd' },
  phone_missing: { title: 'Chưa có số điện thoại', rule: 'PF35', weight: 'vnd' },
  phone_invalid: { title: 'Số điện thoại sai', rule: 'PF36', weight: 'vnd' },
  phone_shared: { title: 'Nhiều khách hàng chung một số điện thoại', rule: 'PF37', weight: 'vnd' },
  identity_card_expired: { title: 'Giấy tờ tùy thân hết hạn', rule: 'PF38', weight: 'vnd' },
  extension_disagrees: { title: 'Số liệu gia hạn mâu thuẫn', rule: 'PF39', weight: 'vnd' },
} as const;

/** One of {@link LISTS}. */
export type ListName = keyof typeof LISTS;

/** All names, in the order they are offered. */
export const LIST_NAMES = Object.keys(LISTS) as [ListName, ...ListName[]];

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
] as const satisfies readonly ListName[];
