/** What a list can be divided by, as pages, papers and files call it; `none`: what has no code. */
export const PART_NOUNS = {
  customer: { noun: 'hộ vay', heading: 'Hộ vay', none: 'Chưa có mã khách hàng' },
  village: { noun: 'thôn', heading: 'Thôn', none: 'Chưa có mã thôn' },
  group: { noun: 'tổ', heading: 'Tổ', none: 'Vay trực tiếp, không qua tổ' },
  association: { noun: 'hội', heading: 'Hội', none: 'Không qua hội' },
  programme: { noun: 'chương trình', heading: 'Chương trình', none: 'Chưa có mã chương trình' },
  fundSource: { noun: 'nguồn vốn', heading: 'Nguồn vốn', none: 'Chưa có mã nguồn vốn' },
} as const;
