/** What head office's measures are called, in the order in which a person reads a line of them. */
export const MEASURE_WORDS: Readonly<Record<string, string>> = {
  outstanding: 'Dư nợ',
  in_term: 'Trong hạn',
  overdue: 'Quá hạn',
  frozen: 'Khoanh',
  short: 'Dư nợ ngắn hạn',
  medium: 'Dư nợ trung hạn',
  long: 'Dư nợ dài hạn',
  lending_month: 'Cho vay trong tháng',
  lending_year: 'Cho vay trong năm',
  collected_month: 'Thu nợ trong tháng',
  collected_year: 'Thu nợ trong năm',
  interest_month: 'Thu lãi trong tháng',
  written_off_month: 'Xóa nợ trong tháng',
  written_off_year: 'Xóa nợ trong năm',
  customers: 'Số khách hàng',
  groups: 'Số tổ',
  turns: 'Lượt vay trong năm',
  savings: 'Tiết kiệm 105',
};

/** Measures that count pieces; all others are đồng. */
export const COUNTED_MEASURES: ReadonlySet<string> = new Set(['customers', 'groups', 'turns']);
