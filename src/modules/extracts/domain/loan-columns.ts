/**
 * What of report 31 is kept, and under which header it stands. The order inside the lists is the order of the staged
 * columns; other columns of the report are not decoded.
 */

/** Dates of a loan. */
export const LOAN_DATES = [
  ['signed_on', 'Ngày vay'],
  ['due_on_contract', 'Ngày ĐH theo hợp đồng'],
  ['due_on_extended', 'Ngày ĐH theo Gia hạn'],
  ['due_on_session', 'Ngày ĐH theo GDXA'],
  ['first_principal_on', 'Ngày B đầu trả gốc'],
  ['first_interest_on', 'Ngày B đầu trả lãi'],
  ['student_grace_ends_on', 'Ngày KTAHSV'],
  ['graduation_on', 'Ngày ra trường'],
  ['first_disbursed_on', 'Ngày GN đầu tiên'],
  ['last_disbursed_on', 'Ngày GN cuối cùng'],
  ['last_extended_on', 'Ngày GH gần nhất'],
  ['overdue_since', 'Ngày CNQH gần nhất'],
  ['freeze_ends_on', 'Ngày hết hạn Khoanh'],
  ['last_transaction_on', 'Ngày giao dịch gần nhất'],
] as const;

/** Amounts of a loan, in đồng; the first six are what it owes and owed. */
export const LOAN_AMOUNTS = [
  ['approved_vnd', 'Mức vay'],
  ['disbursed_vnd', 'Tổng giải ngân'],
  ['in_term_vnd', 'Dư nợ trong hạn'],
  ['overdue_vnd', 'Dư nợ quá hạn'],
  ['frozen_vnd', 'Dư nợ khoanh'],
  ['outstanding_vnd', 'Tổng dư nợ'],
  ['principal_due_vnd', 'Gốc đến hạn LK'],
  ['principal_paid_vnd', 'Gốc đã trả'],
  ['interest_paid_in_term_vnd', 'Lũy kế thu lãi TH'],
  ['interest_paid_overdue_vnd', 'Lũy kế thu lãi QH'],
  ['unpaid_interest_in_term_vnd', 'Lãi tồn TH'],
  ['unpaid_interest_overdue_vnd', 'Lãi tồn QH'],
  ['month_accrued_vnd', 'Lãi DT trong tháng'],
  ['month_interest_in_term_vnd', 'Thu lãi TH tháng'],
  ['month_interest_overdue_vnd', 'Thu lãi QH Tháng'],
  ['month_disbursed_vnd', 'Giải ngân trong tháng'],
  ['month_reclassified_vnd', 'Đảo khoản GN tháng'],
  ['month_extended_vnd', 'Gia hạn trong tháng'],
  ['month_to_overdue_vnd', 'Chuyển QH trong tháng'],
  ['month_to_frozen_vnd', 'Chuyển khoanh trong tháng'],
  ['month_collected_in_term_vnd', 'Thu nợ TH tháng'],
  ['month_collected_overdue_vnd', 'Thu nợ QH tháng'],
  ['month_collected_frozen_vnd', 'Thu nợ khoanh tháng'],
  ['month_written_off_vnd', 'Gốc xóa trong tháng'],
  ['year_accrued_vnd', 'Lãi DT Năm'],
  ['year_interest_in_term_vnd', 'Thu lãi TH Năm'],
  ['year_interest_overdue_vnd', 'Thu lãi QH Năm'],
  ['year_disbursed_vnd', 'Giải ngân Năm'],
  ['year_reclassified_vnd', 'Đảo khoản GN Năm'],
  ['year_to_overdue_vnd', 'CQH Năm'],
  ['year_to_frozen_vnd', 'Chuyển Khoanh Năm'],
  ['year_collected_in_term_vnd', 'Thu nợ TH Năm'],
  ['year_collected_overdue_vnd', 'Thu nợ QH Năm'],
  ['year_collected_frozen_vnd', 'Thu nợ Khoanh Năm'],
  ['year_written_off_vnd', 'Xóa trong Năm'],
] as const;

/** The columns of a staged loan after commune and batch, in the order in which {@link LoanValues} gives them. */
export const STAGED_LOAN_COLUMNS: readonly string[] = [
  ...['contract_no', 'row_number', 'customer_code', 'village_code', 'group_code', 'association_code'],
  ...['programme_code', 'fund_source', 'investor_code', 'decision_code', 'purpose', 'channel', 'debt_class'],
  ...['is_closed', 'term_band', 'rate_bps_per_year', 'session_day'],
  ...LOAN_DATES.map(([column]) => column),
  ...['extension_count', 'extension_months'],
  ...LOAN_AMOUNTS.map(([column]) => column),
];

/** The other columns of report 31 that are decoded. */
export const OTHER_HEADERS = [
  ...['Mã CN', 'Mã PGD', 'Tên PGD', 'Mã xã', 'Tên xã', 'Mã thôn', 'Tên thôn', 'Mã KH', 'Tên KH', 'Ngày sinh'],
  ...[
    'Phân loại',
    'Giới tính',
    'Tên DT',
    'Số CMND',
    'Nơi cấp CMND',
    'Ngày cấp CMND',
    'Tên vợ/chồng',
    'Địa chỉ',
  ],
  ...['Số điện thoại', 'Mã tổ', 'Loại tổ', 'Tên tổ', 'Mã ĐVUT', 'Số khế ước', 'Thời hạn vay', 'Lãi suất'],
  ...['Ngày GDXA', 'Hình thức vay', 'Tình trạng món vay', 'Nguồn vốn', 'Mã chương trình', 'Mã Quyết định'],
  ...['Số lần đã gia hạn', 'Số tháng đã GH', 'Mã nhà đầu tư', 'Tên PNKT51', 'Sổ tiết kiệm 105'],
  ...['Số dư tiền gửi 105', 'Ngày số liệu'],
] as const;

/** A header of report 31 that is decoded. */
export type LoanHeader =
  | (typeof OTHER_HEADERS)[number]
  | (typeof LOAN_DATES)[number][1]
  | (typeof LOAN_AMOUNTS)[number][1];

/** What a row is, and whose it is. */
const KEY_HEADERS = [
  ...['Mã PGD', 'Mã xã', 'Mã thôn', 'Mã KH', 'Tên KH', 'Mã tổ', 'Mã ĐVUT', 'Số khế ước', 'Mã chương trình'],
  ...['Tình trạng món vay', 'Nguồn vốn', 'Lãi suất'],
] as const;

/** Dates by which lists are made: without their column a list would be empty, which reads as if nobody were in it. */
const DECIDING_DATE_HEADERS = [
  ...['Ngày vay', 'Ngày ĐH theo hợp đồng', 'Ngày ĐH theo Gia hạn', 'Ngày ĐH theo GDXA', 'Ngày GN đầu tiên'],
  ...['Ngày GN cuối cùng', 'Ngày CNQH gần nhất', 'Ngày hết hạn Khoanh', 'Ngày giao dịch gần nhất'],
] as const satisfies readonly (typeof LOAN_DATES)[number][1][];

/**
 * Columns whose absence makes the report unusable [EX8]. An amount is never unknown in a position: without its column
 * it would be published as zero.
 */
export const ESSENTIAL_HEADERS: readonly LoanHeader[] = [
  ...KEY_HEADERS,
  ...DECIDING_DATE_HEADERS,
  ...LOAN_AMOUNTS.map(([, header]) => header),
];

/** Every header of report 31 that is decoded. */
export const DECODED_HEADERS: readonly LoanHeader[] = [
  ...OTHER_HEADERS,
  ...LOAN_DATES.map(([, header]) => header),
  ...LOAN_AMOUNTS.map(([, header]) => header),
];

/** A value on its way to a staged table. Đồng are bigint. */
export type StagedValue = string | number | bigint | boolean | null;

/** The values of one loan in the order of {@link STAGED_LOAN_COLUMNS}. */
export type LoanValues = readonly StagedValue[];
