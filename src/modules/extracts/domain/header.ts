import { fold } from '../../../kernel/text.ts';

/**
 * Other names under which a column of report 31 is met in the bank's files, old and new, and in the other extracts.
 * The first name is the one that report 31 uses.
 */
const ALIASES: readonly (readonly [string, readonly string[]])[] = [
  ['Mã PGD', ['Mã đơn vị', 'Mã ĐV', 'POS']],
  ['Tên PGD', ['Tên đơn vị']],
  ['Tên xã', ['Xã/phường', 'XA']],
  ['Mã thôn', ['Mã thôn/ấp', 'Mã Thôn']],
  ['Tên thôn', ['Thôn', 'Tên Thôn']],
  ['Mã KH', ['Mã khách hàng', 'ma kh']],
  ['Tên KH', ['Tên khách hàng']],
  ['Số CMND', ['CCCD', 'Số CCCD', 'CMND/CCCD']],
  ['Nơi cấp CMND', ['Nơi cấp']],
  ['Ngày cấp CMND', ['Ngày cấp']],
  ['Tên vợ/chồng', ['Họ tên vợ/chồng']],
  ['Số điện thoại', ['SĐT']],
  ['Mã tổ', ['Mã tổ trưởng', 'MÃ TỔ', 'MATO']],
  ['Tên tổ', ['Tên tổ trưởng', 'Tổ trưởng']],
  ['Mã ĐVUT', ['DVUT', 'ĐVUT']],
  ['Tên ĐVUT', ['Đơn vị ủy thác']],
  ['Số khế ước', ['Mã món vay', 'SOKU', 'Mã khoản vay', 'Khế ước']],
  ['Ngày vay', ['Ngày đăng ký khoản vay']],
  ['Ngày ĐH theo hợp đồng', ['Ngày đến hạn', 'Ngày đến hạn gốc']],
  ['Ngày ĐH theo Gia hạn', ['Ngày đến hạn GH', 'Ngày đến hạn cuối']],
  ['Ngày ĐH theo GDXA', ['Ngày đến hạn GDXA']],
  ['Ngày B đầu trả gốc', ['Ngày BĐ trả gốc']],
  ['Ngày B đầu trả lãi', ['Ngày BĐ trả lãi']],
  ['Tình trạng món vay', ['Tình trạng']],
  ['Cấp QL vốn', ['Mã CAPQLV']],
  ['Mã sản phẩm cụ thể', ['Mã sản phẩm']],
  ['Mã chương trình', ['Mã CT', 'Chương trình']],
  ['Tên chương trình', ['Tên Chương trình', 'Chương trình VT']],
  ['Tổng giải ngân', ['Số tiền giải ngân']],
  ['Ngày GN đầu tiên', ['Ngày giải ngân đầu tiên']],
  ['Dư nợ trong hạn', ['DN Trong hạn', 'Nợ trong hạn']],
  ['Dư nợ quá hạn', ['DN Quá hạn', 'Nợ quá hạn']],
  ['Dư nợ khoanh', ['DN Khoanh']],
  ['Tổng dư nợ', ['Dư nợ', 'DUNO']],
  ['Lũy kế thu lãi', ['Lãi đã thu']],
  ['Lũy kế thu lãi TH', ['Tổng thu lãi TH']],
  ['Lãi tồn TH', ['Lãi tồn trong hạn']],
  ['Lũy kế thu lãi QH', ['Tổng thu lãi QH']],
  ['Lãi tồn QH', ['Lãi quá hạn tồn']],
  ['Giải ngân Năm', ['Giải ngân trong năm', 'Giải ngân năm', 'Doanh số cho vay năm']],
  ['Thu nợ TH Năm', ['Thu nợ trong năm']],
  ['Số lần đã gia hạn', ['Số lần gia hạn']],
  ['Ngày GH gần nhất', ['Ngày gia hạn gần nhất']],
  ['Số tháng đã GH', ['Số tháng gia hạn']],
  ['Ngày CNQH gần nhất', ['Ngày chuyển quá hạn']],
  ['Ngày hết hạn Khoanh', ['Ngày hết hạn khoanh']],
  ['Mã nhà đầu tư', ['Mã NĐT']],
  ['Tên PNKT51', ['Mục đích vay vốn']],
  ['Ký quý', ['Ký quỹ']],
  ['Tên HSSV', ['Họ tên HSSV', 'HSSV']],
  ['Sổ tiết kiệm 105', ['Số tiết kiệm 105', 'Số TK', 'Sổ TK105']],
  ['Số dư tiền gửi 105', ['Số dư 105', '105 Ngày BC', 'SODUTK', 'Dư tk']],
  ['Ngày số liệu', ['Ngày báo cáo', 'NGAYBC', 'Ngày dữ liệu']],
];

/** A header as it is compared: no line breaks, double spaces, capitals or diacritics [EX2]. */
export function normaliseHeader(text: string): string {
  return fold(text);
}

const CANONICAL = new Map(
  ALIASES.flatMap(([name, others]) => others.map((other) => [fold(other), fold(name)] as const)),
);

/** The one name for all aliases of a column: `ma kh` for "Mã khách hàng". Takes and gives normalised headers. */
export function canonicalHeader(normalised: string): string {
  return CANONICAL.get(normalised) ?? normalised;
}
