/** The rows of a batch that a number of its preview opens [PF69]: their title and the word for what they add up. */
export const STAGED_LISTS = {
  loans: { title: 'Món còn dư nợ', amount: 'Dư nợ' },
  closed: { title: 'Món đã tất toán trong năm', amount: 'Dư nợ' },
  withoutBalance: { title: 'Món mở nhưng không còn gốc', amount: 'Dư nợ' },
  new: { title: 'Mới vay', amount: 'Dư nợ' },
  returned: { title: 'Mới vay, khách trở lại', amount: 'Dư nợ' },
  gone: { title: 'Hết dư nợ', amount: 'Dư nợ trước' },
  less: { title: 'Giảm dư nợ', amount: 'Giảm' },
  more: { title: 'Tăng dư nợ của món cũ', amount: 'Tăng' },
  unchanged: { title: 'Không đổi', amount: 'Dư nợ' },
  changed: { title: 'Thay đổi dư nợ', amount: 'Thay đổi' },
  movedToOverdue: { title: 'Chuyển quá hạn', amount: 'Chuyển quá hạn' },
  movedToFrozen: { title: 'Chuyển khoanh', amount: 'Chuyển khoanh' },
  expected: { title: 'Dư nợ phải có', amount: 'Phải có' },
  unexplained: { title: 'Dư nợ khác số phải có', amount: 'Chênh' },
  inTerm: { title: 'Trong hạn', amount: 'Trong hạn' },
  overdue: { title: 'Quá hạn', amount: 'Quá hạn' },
  frozen: { title: 'Khoanh', amount: 'Khoanh' },
  short: { title: 'Ngắn hạn', amount: 'Dư nợ' },
  medium: { title: 'Trung hạn', amount: 'Dư nợ' },
  long: { title: 'Dài hạn', amount: 'Dư nợ' },
  disbursedMonth: { title: 'Giải ngân trong tháng', amount: 'Giải ngân' },
  lendingMonth: { title: 'Cho vay trong tháng, không tính đảo khoản', amount: 'Cho vay' },
  lendingYear: { title: 'Cho vay trong năm, không tính đảo khoản', amount: 'Cho vay' },
  collectedMonth: { title: 'Thu nợ trong tháng', amount: 'Thu nợ' },
  collectedYear: { title: 'Thu nợ trong năm', amount: 'Thu nợ' },
  interestMonth: { title: 'Thu lãi trong tháng', amount: 'Thu lãi' },
  writtenOffMonth: { title: 'Xóa nợ trong tháng', amount: 'Xóa nợ' },
  writtenOffYear: { title: 'Xóa nợ trong năm', amount: 'Xóa nợ' },
  turnsYear: { title: 'Lượt vay trong năm', amount: 'Dư nợ' },
  savings: { title: 'Sổ tiết kiệm 105', amount: 'Số dư' },
} as const;

/** One of {@link STAGED_LISTS}. */
export type StagedList = keyof typeof STAGED_LISTS;

/** All names. */
export const STAGED_LIST_NAMES = Object.keys(STAGED_LISTS) as [StagedList, ...StagedList[]];

/** What of a staged list a number is. */
export type StagedCount = 'amountVnd' | 'loans' | 'customers' | 'groups';

/** The rows behind our figure in a measure of head office's files; undefined where the files keep no rows of it. */
export const MEASURE_LISTS: Readonly<
  Record<string, { readonly list: StagedList; readonly is: StagedCount } | undefined>
> = {
  lending_month: { list: 'lendingMonth', is: 'amountVnd' },
  lending_year: { list: 'lendingYear', is: 'amountVnd' },
  collected_month: { list: 'collectedMonth', is: 'amountVnd' },
  collected_year: { list: 'collectedYear', is: 'amountVnd' },
  interest_month: { list: 'interestMonth', is: 'amountVnd' },
  written_off_month: { list: 'writtenOffMonth', is: 'amountVnd' },
  written_off_year: { list: 'writtenOffYear', is: 'amountVnd' },
  disbursed_month: { list: 'disbursedMonth', is: 'amountVnd' },
  outstanding: { list: 'loans', is: 'amountVnd' },
  in_term: { list: 'inTerm', is: 'amountVnd' },
  overdue: { list: 'overdue', is: 'amountVnd' },
  frozen: { list: 'frozen', is: 'amountVnd' },
  short: { list: 'short', is: 'amountVnd' },
  medium: { list: 'medium', is: 'amountVnd' },
  long: { list: 'long', is: 'amountVnd' },
  customers: { list: 'loans', is: 'customers' },
  groups: { list: 'loans', is: 'groups' },
  turns: { list: 'turnsYear', is: 'loans' },
  savings: { list: 'savings', is: 'amountVnd' },
};
