import { KNOWN_EXTRACTS } from './known-extracts.ts';
import { REPORT_31_HEADERS } from './report31-headers.ts';

/** The kinds of file whose rows are read. */
export type ReadKindName =
  | 'report31'
  | 'frozenList'
  | 'groupLeaders'
  | 'groupScores'
  | 'bcdhtdByCommune'
  | 'bcdhtdByProgramme'
  | 'len31ByCommune';

/** One kind of the bank's files: how it is told from others, and what becomes of it. */
export type FileKind = {
  /** A {@link ReadKindName}, or a name of `known-extracts.ts`. */
  readonly name: string;
  /** What a person calls it. */
  readonly title: string;
  /** Its columns, one list for each shape in which it is met. */
  readonly columns: readonly (readonly string[])[];
  /** What the title must say, folded, where columns cannot decide between two kinds [EX3]. */
  readonly titleSays?: RegExp;
  /** `read`: its rows are used. `setAside`: it is known, and nothing is taken from it [EX5]. */
  readonly use: 'read' | 'setAside';
};

const LEADERS_17 = [
  ...[
    'Mã PGD',
    'Mã xã',
    'Tên xã',
    'Mã điểm GDXA',
    'Tên điểm GDXA',
    'Ngày GDXA',
    'Mã thôn',
    'Tên thôn',
    'ĐVUT',
  ],
  ...['Mã tổ trưởng', 'Tên tổ trưởng', 'Năm sinh tổ trưởng', 'SĐT Tổ trưởng', 'Mã KH tổ phó', 'Tên Tổ phó'],
  ...['Trạng thái', 'Loại tổ'],
];
const LEADERS_15 = LEADERS_17.filter((header) => header !== 'Mã KH tổ phó' && header !== 'Tên Tổ phó');

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `(${from + i})`);
const BCDHTD = ['STT', 'Mã', 'Tên', ...numbered(3, 17)];
const LEN_31 = [
  ['STT', 'Mã', 'Tên', '(5)', '(6)', '(7)', '(8)', '(10)', '(11)', '(12)'],
  ['STT', 'Mã', 'Tên', ...numbered(3, 14)],
];

const READ_KINDS: readonly (FileKind & { readonly name: ReadKindName })[] = [
  {
    name: 'report31',
    title: 'Mẫu 31, hồ sơ tín dụng chi tiết',
    columns: [REPORT_31_HEADERS],
    use: 'read',
  },
  {
    name: 'frozenList',
    title: 'Mẫu 13, danh sách nợ khoanh',
    columns: [
      [
        ...['Mã PGD', 'Ngày GDXA', 'Điểm GDXA', 'Tên điểm GDXA', 'Mã xã', 'Tên xã', 'Mã khách hàng'],
        ...[
          'Tên khách hàng',
          'Mã tổ',
          'Tên tổ trưởng',
          'Số khế ước',
          'ĐVUT',
          'Dư nợ khoanh',
          'Ngày hiệu lực',
        ],
        ...['Ngày hết hạn khoanh', 'Nguồn vốn', 'Chương trình', 'Tên chương trình', 'Nguyên nhân'],
      ],
    ],
    use: 'read',
  },
  {
    name: 'groupLeaders',
    title: 'Mẫu 12, thông tin tổ trưởng',
    columns: [LEADERS_15, LEADERS_17],
    use: 'read',
  },
  {
    name: 'groupScores',
    title: 'Chi tiết chấm điểm Tổ TK&VV',
    columns: [
      [
        ...[
          'STT',
          'Mã ĐV',
          'Tên ĐV',
          'Mã xã',
          'Tên xã',
          'Mã tổ',
          'Tên tổ trưởng',
          'ĐVUT',
          'Loại tổ',
          'Dư nợ',
        ],
        ...['Số dư TK', 'Điểm GDTX', 'Điểm NQH', 'Điểm thu nợ', 'Điểm thu lãi', 'Điểm TV tiền gửi'],
        ...['Điểm DS TG', 'Tổng điểm', 'Xếp loại', 'Tình trạng'],
      ],
    ],
    use: 'read',
  },
  {
    name: 'bcdhtdByCommune',
    title: 'BCDHTD 01.1, điều hành tín dụng theo xã',
    columns: [BCDHTD],
    titleSays: /^01\.1\b|theo xa\b/,
    use: 'read',
  },
  {
    name: 'bcdhtdByProgramme',
    title: 'BCDHTD 01.2, điều hành tín dụng theo chương trình',
    columns: [BCDHTD],
    titleSays: /^01\.2\b|theo chuong trinh/,
    use: 'read',
  },
  {
    name: 'len31ByCommune',
    title: 'LEN_31 theo xã',
    columns: LEN_31,
    titleSays: /xa ?ph?uong|theo xa\b/,
    use: 'read',
  },
];

const LEN_31_OTHERS: readonly FileKind[] = [
  {
    name: 'len31ByAssociation',
    title: 'LEN_31 theo đơn vị ủy thác',
    columns: LEN_31,
    titleSays: /don ?vi ?ut|don vi uy thac/,
    use: 'setAside',
  },
  {
    name: 'len31ByProgramme',
    title: 'LEN_31 theo chương trình',
    columns: LEN_31,
    titleSays: /ch ?trinh|chuong trinh/,
    use: 'setAside',
  },
  {
    name: 'len31ByLeader',
    title: 'LEN_31 theo tổ trưởng',
    columns: LEN_31,
    titleSays: /to[ _]?truong/,
    use: 'setAside',
  },
];

/** A list that has most columns of report 31 and is not it; told by its number of columns or its title. */
export const DETAIL_LIST: FileKind = {
  name: 'detailList',
  title: 'Dư nợ chi tiết (169 cột)',
  columns: [],
  use: 'setAside',
};

/** The catalogue of the bank's files: those that are read, then those that are known and set aside. */
export const FILE_KINDS: readonly FileKind[] = [
  ...READ_KINDS,
  ...LEN_31_OTHERS,
  DETAIL_LIST,
  ...KNOWN_EXTRACTS.map((known): FileKind => ({ ...known, use: 'setAside' })),
];

/** What a person calls a kind of file; its name where it is unknown. */
export function kindTitle(name: string): string {
  return FILE_KINDS.find((kind) => kind.name === name)?.title ?? name;
}
