/** What a placeholder of a template stands for, as the page that edits templates explains it. */
export const PLACEHOLDERS = {
  'đơn vị': 'phòng giao dịch, như “Phòng giao dịch Tuy Hòa”',
  'nơi đơn vị': 'địa danh ở tên phòng giao dịch, như “Tuy Hòa”; nơi đóng trụ sở có tên khác thì ghi tên ấy',
  xã: 'xã, phường, đặc khu với tên, như “xã Bình Ngọc”',
  'loại xã': '“xã”, “phường” hay “đặc khu”',
  'tên xã': 'tên riêng của xã, như “Bình Ngọc”',
  điểm: 'điểm giao dịch',
  'nơi giao ban': 'xã với tên; xã có nhiều điểm thì thêm điểm, như “điểm giao dịch Vân Hòa, xã Sơn Long”',
  tháng: 'tháng của buổi giao ban, như “tháng 02 năm 2027”',
  ngày: 'ngày giao ban, như “ngày 05 tháng 02 năm 2027”',
} as const;

/** One of {@link PLACEHOLDERS}. */
export type Placeholder = keyof typeof PLACEHOLDERS;

/** What each placeholder stands for on one paper. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

const PLACEHOLDER = /\{([^{}]*)\}/gu;

/** The placeholders of a text that mean nothing, as they were written. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)]
    .filter(([, name = '']) => known(name) === undefined)
    .map(([whole]) => whole);
}

/** The first brace of a text that has no other: `{` is not closed, `}` closes nothing [GV275]; undefined where none is. */
export function loneBrace(text: string): '{' | '}' | undefined {
  const [brace] = /[{}]/.exec(text.replace(PLACEHOLDER, '')) ?? [];
  return brace === undefined ? undefined : brace === '{' ? '{' : '}';
}

/**
 * A template's text with its placeholders filled; one in capitals is filled with capitals, one that begins with a capital
 * gets one. What stands for a placeholder is not read again: a name with braces stays as it is.
 */
export function filled(text: string, values: PlaceholderValues): string {
  return text.replace(PLACEHOLDER, (whole, written: string) => {
    const name = known(written);
    return name === undefined ? whole : inCaseOf(written.trim(), values[name]);
  });
}

function known(written: string): Placeholder | undefined {
  const name = written.trim().normalize('NFC').toLocaleLowerCase('vi');
  return Object.hasOwn(PLACEHOLDERS, name) ? (name as Placeholder) : undefined;
}

function inCaseOf(written: string, value: string): string {
  if (written === written.toLocaleUpperCase('vi')) return value.toLocaleUpperCase('vi');
  const first = written.charAt(0);
  if (first === first.toLocaleLowerCase('vi')) return value;
  return value.charAt(0).toLocaleUpperCase('vi') + value.slice(1);
}
