/**
 * What stands for words in the titles of offices where the bank's tables, papers and people write short: each abbreviation with its words.
 * One list for whoever reads what people type.
 */
export const OFFICE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  CA: 'Công an',
  CBTD: 'Cán bộ tín dụng',
  CCB: 'Cựu chiến binh',
  CT: 'Chủ tịch',
  ĐTN: 'Đoàn Thanh niên',
  GĐ: 'Giám đốc',
  HCCB: 'Hội Cựu chiến binh',
  HLHPN: 'Hội Liên hiệp Phụ nữ',
  HND: 'Hội Nông dân',
  HPN: 'Hội Phụ nữ',
  LHPN: 'Liên hiệp Phụ nữ',
  ND: 'Nông dân',
  PGD: 'phòng giao dịch',
  PN: 'Phụ nữ',
  TN: 'Thanh niên',
  TNCS: 'Thanh niên',
};

/** What titles write short themselves, as people spell it out, the longest first. */
export const SPELT_OUT: readonly (readonly [string, string])[] = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Ủy ban', 'UBND'],
];

/**
 * What people write of an office beside its title, by how the title begins: who heads it, and the rest of a longer name. None of it is what
 * the office is found by: a `Chủ tịch` is of many.
 */
export const BESIDE_TITLES: Readonly<Record<string, readonly string[]>> = {
  Hội: ['Chủ tịch', 'CT'],
  Đoàn: ['Bí thư', 'Cộng sản Hồ Chí Minh', 'CS Hồ Chí Minh', 'Hồ Chí Minh', 'HCM'],
  'Công an': ['Trưởng'],
  'Giám đốc': ['NHCSXH', 'Ngân hàng Chính sách xã hội'],
  'Cán bộ': ['NHCSXH', 'Ngân hàng Chính sách xã hội'],
  'Tổ trưởng': ['TK&VV', 'Tiết kiệm và vay vốn'],
};
