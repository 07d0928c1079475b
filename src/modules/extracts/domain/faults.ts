/** One way in which a fault shows itself. */
export type FaultKind = {
  /** What a person reads beside the count. */
  readonly title: string;
  /** What was done about it. */
  readonly done: string;
  /** True for the kinds that the count of the fault adds up; the others are told beside it. */
  readonly isCounted: boolean;
};

/** A known fault of the bank's files. */
export type Fault = {
  readonly title: string;
  /** True where only a comparison after the reading finds it: until then its count is unknown. */
  readonly isCompared?: boolean;
  readonly kinds: Readonly<Record<string, FaultKind>>;
};

const counted = (title: string, done: string): FaultKind => ({ title, done, isCounted: true });
const beside = (title: string, done: string): FaultKind => ({ title, done, isCounted: false });
const LISTED = 'Giữ nguyên, vào danh sách cần kiểm tra';

/**
 * The faults that the bank's files are known to have [EX20]. None of them stops an import: what was found and what was done is
 * shown row by row, and nothing is corrected in silence. Faults of loans are counted once per contract.
 */
export const FAULTS = {
  D1: {
    title: 'Một khế ước nằm trên nhiều dòng',
    kinds: { duplicate: counted('Dòng lặp', 'Giữ một dòng, cộng sổ tiết kiệm của các dòng') },
  },
  D2: {
    title: 'Dòng chỉ có tiết kiệm',
    kinds: { savingsOnly: counted('Dòng không có khế ước', 'Chuyển sang sổ tiết kiệm 105') },
  },
  D3: {
    title: 'Món đã tất toán',
    kinds: { closed: counted('Món CLOSE', 'Không tính dư nợ, giữ số phát sinh năm') },
  },
  D4: {
    title: 'Mã mất số 0 ở đầu',
    kinds: {
      loan: counted('Mã trong mẫu 31', 'Thêm lại số 0 theo độ dài mã'),
      otherFile: beside('Mã trong tệp khác', 'Thêm lại số 0 theo độ dài mã'),
    },
  },
  D5: {
    title: 'Cột lẫn chữ và số',
    kinds: { mixed: counted('Ô khác kiểu với cột', 'Đọc theo kiểu của cột') },
  },
  D6: {
    title: 'Ngày kiểu Mỹ',
    kinds: { american: counted('Dòng có ngày kiểu Mỹ', 'Đọc tháng trước, ngày sau, cả cột') },
  },
  D7: {
    title: 'Tệp khai sai vùng dữ liệu',
    kinds: { declaredRange: counted('Trang khai sai vùng', 'Bỏ qua vùng khai, đọc hết trang') },
  },
  D8: {
    title: 'Công thức xuất ra số 0',
    kinds: { lostGrade: counted('Xếp loại tổ bị mất', 'Tính lại xếp loại từ tổng điểm') },
  },
  D9: {
    title: 'Tên tệp khác ngày số liệu',
    kinds: {
      fileName: counted('Tệp mang ngày khác', 'Theo ngày số liệu bên trong tệp'),
      futureDate: beside('Ngày số liệu sau ngày nhập', 'Giữ nguyên, xem lại trước khi ghi vào sổ'),
    },
  },
  D10: {
    title: 'Cột gia hạn, gốc trả mâu thuẫn',
    kinds: {
      extensionWithoutDate: counted('Có số lần gia hạn, không có ngày đến hạn gia hạn', LISTED),
      extensionWithoutCount: counted('Có ngày đến hạn gia hạn, số lần hoặc số tháng bằng 0', LISTED),
      repaidButZero: counted('Gốc đã trả bằng 0 dù dư nợ đã giảm', LISTED),
      disbursedButZero: counted('Có ngày giải ngân, số tiền giải ngân bằng 0', LISTED),
      closedWithBalance: counted('Món CLOSE còn dư nợ', LISTED),
    },
  },
  D11: {
    title: 'Mã thôn không có tên',
    kinds: { villageWithoutName: counted('Món ở thôn không tên', 'Giữ theo mã thôn, chờ đặt tên') },
  },
  D12: {
    title: 'Món không có mã tổ',
    kinds: { direct: counted('Món không có tổ', 'Xếp vào vay trực tiếp của từng xã') },
  },
  D13: {
    title: 'Lệch giữa hai mẫu báo cáo',
    isCompared: true,
    kinds: { difference: counted('Ô lệch', 'Hiện chênh lệch, không sửa') },
  },
  D14: {
    title: 'Số điện thoại trống',
    kinds: {
      blank: counted('Món của khách hàng không có số điện thoại', 'Vào danh sách cần bổ sung'),
      invalid: beside('Số điện thoại sai dạng', 'Vào danh sách cần bổ sung'),
      shared: beside('Nhiều khách hàng chung một số', 'Vào danh sách cần bổ sung'),
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** D1 to D14. */
export type FaultCode = keyof typeof FAULTS;

/** All codes, in order. */
export const FAULT_CODES = Object.keys(FAULTS) as FaultCode[];

/** One row or cell that has a fault. Codes and numbers only: no names, no phones. */
export type FoundFault = {
  readonly code: FaultCode;
  readonly kind: string;
  readonly row: number | null;
  readonly column?: string;
  readonly contractNo?: string;
  readonly customerCode?: string;
  readonly found: string;
};

/** The kind of a fault. @throws Error for a kind that the catalogue does not have */
export function faultKind(code: FaultCode, kind: string): FaultKind {
  const found = (FAULTS[code] as Fault).kinds[kind];
  if (!found) throw new Error(`fault ${code} has no kind ${kind}`);
  return found;
}
