import { fold } from '../../../kernel/text.ts';
import type { WorkbookRow } from './read-workbook.ts';

/** A row of a staging table: values by column. */
export type StagedRow = Record<string, string | number | boolean | null>;

const LOAN_AMOUNTS: Record<string, string> = {
  approved_vnd: 'Mức vay',
  disbursed_vnd: 'Tổng giải ngân',
  in_term_vnd: 'Dư nợ trong hạn',
  overdue_vnd: 'Dư nợ quá hạn',
  frozen_vnd: 'Dư nợ khoanh',
  outstanding_vnd: 'Tổng dư nợ',
  principal_due_vnd: 'Gốc đến hạn LK',
  principal_paid_vnd: 'Gốc đã trả',
  interest_paid_in_term_vnd: 'Lũy kế thu lãi TH',
  interest_paid_overdue_vnd: 'Lũy kế thu lãi QH',
  unpaid_interest_in_term_vnd: 'Lãi tồn TH',
  unpaid_interest_overdue_vnd: 'Lãi tồn QH',
  month_accrued_vnd: 'Lãi DT trong tháng',
  month_interest_in_term_vnd: 'Thu lãi TH tháng',
  month_interest_overdue_vnd: 'Thu lãi QH Tháng',
  month_disbursed_vnd: 'Giải ngân trong tháng',
  month_reclassified_vnd: 'Đảo khoản GN tháng',
  month_extended_vnd: 'Gia hạn trong tháng',
  month_to_overdue_vnd: 'Chuyển QH trong tháng',
  month_to_frozen_vnd: 'Chuyển khoanh trong tháng',
  month_collected_in_term_vnd: 'Thu nợ TH tháng',
  month_collected_overdue_vnd: 'Thu nợ QH tháng',
  month_collected_frozen_vnd: 'Thu nợ khoanh tháng',
  month_written_off_vnd: 'Gốc xóa trong tháng',
  year_accrued_vnd: 'Lãi DT Năm',
  year_interest_in_term_vnd: 'Thu lãi TH Năm',
  year_interest_overdue_vnd: 'Thu lãi QH Năm',
  year_disbursed_vnd: 'Giải ngân Năm',
  year_reclassified_vnd: 'Đảo khoản GN Năm',
  year_to_overdue_vnd: 'CQH Năm',
  year_to_frozen_vnd: 'Chuyển Khoanh Năm',
  year_collected_in_term_vnd: 'Thu nợ TH Năm',
  year_collected_overdue_vnd: 'Thu nợ QH Năm',
  year_collected_frozen_vnd: 'Thu nợ Khoanh Năm',
  year_written_off_vnd: 'Xóa trong Năm',
};

const LOAN_DAYS: Record<string, string> = {
  signed_on: 'Ngày vay',
  due_on_contract: 'Ngày ĐH theo hợp đồng',
  due_on_extended: 'Ngày ĐH theo Gia hạn',
  due_on_session: 'Ngày ĐH theo GDXA',
  first_principal_on: 'Ngày B đầu trả gốc',
  first_interest_on: 'Ngày B đầu trả lãi',
  first_disbursed_on: 'Ngày GN đầu tiên',
  last_disbursed_on: 'Ngày GN cuối cùng',
  overdue_since: 'Ngày CNQH gần nhất',
  freeze_ends_on: 'Ngày hết hạn Khoanh',
  last_transaction_on: 'Ngày giao dịch gần nhất',
};

const TERM_BANDS: Record<string, string> = { 'Ngắn hạn': 'short', 'Trung hạn': 'medium', 'Dài hạn': 'long' };

const amount = (text: string | undefined): number => Math.round(Number(text || '0'));

/** A day as the files write it, `31/10/2026` or `10/31/2026 12:00:00 AM`. */
export function dayOf(text: string | undefined): string | null {
  if (!text) return null;
  const [a = '', b = '', year = ''] = text.split(' ')[0]?.split('/') ?? [];
  const [month, dayOfMonth] = text.includes(' ') ? [a, b] : [b, a];
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

/** A group's code of seven digits, also where the file lost its zeros; '' for direct loans. */
export const groupCodeOf = (text: string | undefined): string =>
  text ? String(Math.round(Number(text))).padStart(7, '0') : '';

/** A row of report 31 as a staged loan, or undefined where it is none. */
export function stagedLoanOf(row: WorkbookRow, rowNumber: number): StagedRow | undefined {
  if (!row['Số khế ước']) return undefined;
  const amounts = Object.entries(LOAN_AMOUNTS).map(([column, header]) => [column, amount(row[header])]);
  const days = Object.entries(LOAN_DAYS).map(([column, header]) => [column, dayOf(row[header])]);
  return {
    ...Object.fromEntries(amounts),
    ...Object.fromEntries(days),
    contract_no: row['Số khế ước'],
    row_number: rowNumber,
    ...placeOf(row),
    programme_code: row['Mã chương trình'] ?? '',
    fund_source: row['Nguồn vốn'] ?? '',
    investor_code: row['Mã nhà đầu tư'] || null,
    channel: row['Hình thức vay'] || null,
    debt_class: row['Phân loại'] || null,
    is_closed: row['Tình trạng món vay'] === 'CLOSE',
    term_band: TERM_BANDS[row['Thời hạn vay'] ?? ''] ?? null,
    rate_bps_per_year: Math.round(Number(row['Lãi suất'] || '0') * 100),
    session_day: Number(row['Ngày GDXA']),
    extension_count: amount(row['Số lần đã gia hạn']),
    extension_months: amount(row['Số tháng đã GH']),
  };
}

/** A row of report 31 as its customer. */
export function stagedPersonOf(row: WorkbookRow): StagedRow {
  const fullName = row['Tên KH'] ?? '';
  return {
    ...placeOf(row),
    full_name: fullName,
    folded_name: fold(fullName),
    born_on: dayOf(row['Ngày sinh']),
    sex: { '01': 'male', '02': 'female' }[row['Giới tính'] ?? ''] ?? null,
    identity_number: row['Số CMND'] || null,
    identity_issued_on: dayOf(row['Ngày cấp CMND']),
    phone: row['Số điện thoại'] || null,
  };
}

/** A row of report 31 as a savings book, or undefined where it has none. */
export function stagedSavingOf(row: WorkbookRow): StagedRow | undefined {
  if (!row['Sổ tiết kiệm 105']) return undefined;
  return {
    ...placeOf(row),
    book_no: row['Sổ tiết kiệm 105'],
    balance_vnd: amount(row['Số dư tiền gửi 105']),
  };
}

function placeOf(row: WorkbookRow) {
  return {
    customer_code: row['Mã KH'] ?? '',
    village_code: row['Mã thôn'] ?? '',
    group_code: Number(row['Mã tổ'] || 0) === 0 ? '' : groupCodeOf(row['Mã tổ']),
    association_code: row['Mã ĐVUT'] || '99',
  };
}
