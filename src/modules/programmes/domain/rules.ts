import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { isInForce } from './succession.ts';

/**
 * Every rule of the product that has a number in it: what it means, in which unit, and where on the screen it counts.
 * The numbers themselves are dated rows (`programmes.rule_value`), entered with document and confidence; none stands
 * in code. A rule is added here first, then given its first row by a migration.
 */
export const RULES = {
  inactiveMonths: { title: 'Không giao dịch: số tháng', unit: 'months' },
  unpaidInterestMonths: { title: 'Lãi tồn nhiều: số tháng lãi', unit: 'months' },
  freezeWatchCompulsoryDays: { title: 'Nợ khoanh sắp hết hạn: phải kiểm tra', unit: 'days' },
  freezeWatchWarningDays: { title: 'Nợ khoanh sắp hết hạn: cảnh báo', unit: 'days' },
  recentDisbursementDays: { title: 'Mới giải ngân: số ngày', unit: 'days' },
  overdueRatePercent: { title: 'Lãi suất nợ quá hạn so với lãi suất vay', unit: 'percent' },
  interestDayBasis: { title: 'Số ngày của năm khi tính lãi', unit: 'days' },
  ageBand1Days: { title: 'Tuổi nợ quá hạn: hết nhóm 1', unit: 'days' },
  ageBand2Days: { title: 'Tuổi nợ quá hạn: hết nhóm 2', unit: 'days' },
  ageBand3Days: { title: 'Tuổi nợ quá hạn: hết nhóm 3', unit: 'days' },
  ageBand4Days: { title: 'Tuổi nợ quá hạn: hết nhóm 4', unit: 'days' },
  ageBand5Days: { title: 'Tuổi nợ quá hạn: hết nhóm 5', unit: 'days' },
  sharedPhoneCustomers: { title: 'Số điện thoại dùng chung: từ mấy khách hàng', unit: 'customers' },
  identityRenewalAge1: { title: 'Căn cước: tuổi phải đổi, lần 1', unit: 'years' },
  identityRenewalAge2: { title: 'Căn cước: tuổi phải đổi, lần 2', unit: 'years' },
  identityRenewalAge3: { title: 'Căn cước: tuổi phải đổi, lần 3', unit: 'years' },
  identityRenewalGraceYears: {
    title: 'Căn cước cấp trước tuổi phải đổi ít hơn mấy năm thì còn dùng',
    unit: 'years',
  },
  oldIdentityVoidFrom: { title: 'CMND 9 số hết giá trị từ ngày', unit: 'day' },
  groupMembersLeast: { title: 'Tổ TK&VV: ít nhất mấy tổ viên', unit: 'members' },
  groupMembersMost: { title: 'Tổ TK&VV: nhiều nhất mấy tổ viên', unit: 'members' },
  gradeGoodPoints: { title: 'Xếp loại Tốt từ', unit: 'points' },
  gradeFairPoints: { title: 'Xếp loại Khá từ', unit: 'points' },
  gradeAveragePoints: { title: 'Xếp loại Trung bình từ', unit: 'points' },
  instalmentRegimeFrom: { title: 'Kỳ con chưa trả thành quá hạn với món ký từ ngày', unit: 'day' },
  freshnessDays: { title: 'Số liệu mẫu 31 coi là mới trong', unit: 'days' },
  scoreFreshnessDays: { title: 'Điểm tổ coi là mới trong', unit: 'days' },
  overdueShareRedBps: { title: 'Tỷ lệ quá hạn báo đỏ khi trên', unit: 'bps' },
  badDebtShareRedBps: { title: 'Tỷ lệ quá hạn + khoanh báo đỏ khi trên', unit: 'bps' },
  frozenShareRedBps: { title: 'Tỷ lệ khoanh báo đỏ khi trên', unit: 'bps' },
  groupOverdueFlagBps: { title: 'Tổ có tỷ lệ quá hạn cần chú ý khi trên', unit: 'bps' },
  dueConcentrationBps: { title: 'Đến hạn dồn vào một tháng: mức vừa', unit: 'bps' },
  dueConcentrationHighBps: { title: 'Đến hạn dồn vào một tháng: mức cao', unit: 'bps' },
  figureChangeAlertBps: { title: 'Chỉ tiêu đổi đáng báo giám đốc khi từ', unit: 'bps' },
  visitStaleDays: { title: 'Lần thăm hộ coi là cũ sau', unit: 'days' },
  localFundProvisionBps: { title: 'Dự phòng vốn ủy thác địa phương', unit: 'bps' },
  keepFileContentsDays: { title: 'Giữ nội dung tệp của đợt nhập đã ghi: số ngày', unit: 'days' },
  keepStagedRowsDays: { title: 'Giữ các dòng đã đọc của đợt nhập đã ghi: số ngày', unit: 'days' },
  keepDeliveredNewsDays: { title: 'Giữ tin nội bộ đã chuyển: số ngày', unit: 'days' },
  keepFinishedJobsDays: { title: 'Giữ việc chạy nền đã kết thúc: số ngày', unit: 'days' },
  keepSessionsDays: { title: 'Giữ phiên đăng nhập đã kết thúc: số ngày', unit: 'days' },
  keepSpentLinksDays: { title: 'Giữ liên kết đã dùng hoặc hết hạn: số ngày', unit: 'days' },
} as const satisfies Record<string, { readonly title: string; readonly unit: RuleUnit }>;

/** How a value is read: `bps` hundredths of a percent; `day` a calendar day as YYYYMMDD. */
export type RuleUnit =
  | 'months'
  | 'days'
  | 'years'
  | 'percent'
  | 'bps'
  | 'points'
  | 'members'
  | 'customers'
  | 'day';

/** One of {@link RULES}. */
export type RuleName = keyof typeof RULES;

/** What a rule's row can be narrowed to; empty is the whole country. The row that names more wins. */
export type RuleScope = {
  readonly programme?: string;
  readonly fundSource?: string;
  readonly office?: string;
};

/** How sure its source is; `unsure` is said on every screen that uses the value. */
export type Confidence = 'found' | 'known' | 'practice' | 'unsure';

/** A dated row of a rule, with its source. */
export type RuleValue = {
  readonly id: Id;
  readonly rule: RuleName;
  readonly scope: RuleScope;
  readonly value: bigint;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly document: string;
  readonly confidence: Confidence;
};

/** The rows in force on one day, by rule. */
export type RuleValues = {
  /** The row that decides for this scope. @throws Error when the rule has no row for that day: a defect of the data */
  of(rule: RuleName, scope?: RuleScope): RuleValue;
  readonly onDate: BusinessDate;
};

/** Picks for each rule and scope the row in force on a day [PR1] and, among those, the one that names most [PR2]. */
export function ruleValuesOf(rows: readonly RuleValue[], onDate: BusinessDate): RuleValues {
  const inForce = rows.filter((row) => isInForce(row, onDate));
  return {
    onDate,
    of: (rule, scope = {}) => {
      const [best] = inForce
        .filter((row) => row.rule === rule && covers(row.scope, scope))
        .sort((a, b) => named(b.scope) - named(a.scope) || (a.validFrom < b.validFrom ? 1 : -1));
      if (!best) throw new Error(`rule ${rule} has no row for ${onDate}`);
      return best;
    },
  };
}

/** True when two rows are narrowed to the same thing: the later follows the earlier. */
export function sameScope(a: RuleScope, b: RuleScope): boolean {
  return named(a) === named(b) && covers(a, b);
}

function covers(rowScope: RuleScope, asked: RuleScope): boolean {
  return (Object.keys(rowScope) as (keyof RuleScope)[]).every((key) => rowScope[key] === asked[key]);
}

function named(scope: RuleScope): number {
  return Object.keys(scope).length;
}
