import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { isInForce } from './succession.ts';

/**
 * Every rule of the product that has a number in it: what it means, in which unit. A title ends with how the number
 * is compared: `trên` and `quá` leave the number itself out, `từ`, `đến` and `trong` count it in.
 * The numbers themselves are dated rows (`programmes.rule_value`), entered with document and confidence; none stands
 * in code. A rule is added here first, then given its first row by a migration.
 */
export const RULES = {
  inactiveMonths: { title: 'Không giao dịch: quá', unit: 'months' },
  unpaidInterestMonths: { title: 'Lãi tồn nhiều, tính theo tháng lãi: từ', unit: 'months' },
  freezeWatchCompulsoryDays: { title: 'Nợ khoanh phải kiểm tra: hết hạn trong', unit: 'days' },
  freezeWatchWarningDays: { title: 'Nợ khoanh sắp hết hạn: hết hạn trong', unit: 'days' },
  recentDisbursementDays: { title: 'Mới giải ngân: trong', unit: 'days' },
  overdueRatePercent: { title: 'Lãi suất nợ quá hạn so với lãi suất vay', unit: 'percent' },
  interestDayBasis: { title: 'Số ngày của năm khi tính lãi', unit: 'days' },
  ageBand1Days: { title: 'Tuổi nợ quá hạn, nhóm 1: đến', unit: 'days' },
  ageBand2Days: { title: 'Tuổi nợ quá hạn, nhóm 2: đến', unit: 'days' },
  ageBand3Days: { title: 'Tuổi nợ quá hạn, nhóm 3: đến', unit: 'days' },
  ageBand4Days: { title: 'Tuổi nợ quá hạn, nhóm 4: đến', unit: 'days' },
  ageBand5Days: { title: 'Tuổi nợ quá hạn, nhóm 5: đến', unit: 'days' },
  sharedPhoneCustomers: { title: 'Số điện thoại dùng chung: từ', unit: 'customers' },
  identityRenewalAge1: { title: 'Căn cước phải đổi, lần 1: khi đủ', unit: 'age' },
  identityRenewalAge2: { title: 'Căn cước phải đổi, lần 2: khi đủ', unit: 'age' },
  identityRenewalAge3: { title: 'Căn cước phải đổi, lần 3: khi đủ', unit: 'age' },
  identityRenewalGraceYears: { title: 'Thẻ cấp trước tuổi phải đổi còn dùng: dưới', unit: 'years' },
  oldIdentityVoidFrom: { title: 'CMND 9 số hết giá trị: từ', unit: 'day' },
  groupMembersLeast: { title: 'Tổ TK&VV: ít nhất', unit: 'members' },
  groupMembersMost: { title: 'Tổ TK&VV: nhiều nhất', unit: 'members' },
  gradeGoodPoints: { title: 'Xếp loại Tốt: từ', unit: 'points' },
  gradeFairPoints: { title: 'Xếp loại Khá: từ', unit: 'points' },
  gradeAveragePoints: { title: 'Xếp loại Trung bình: từ', unit: 'points' },
  instalmentRegimeFrom: { title: 'Kỳ con chưa trả thành quá hạn với món ký: từ', unit: 'day' },
  freshnessDays: { title: 'Số liệu mẫu 31 còn mới: trong', unit: 'days' },
  scoreFreshnessDays: { title: 'Điểm tổ còn mới: trong', unit: 'days' },
  dailyFileFreshnessDays: { title: 'Tệp HSTD, NQ11 còn mới: trong', unit: 'days' },
  jobCreationFreshnessDays: { title: 'Tệp GQVL còn mới: trong', unit: 'days' },
  uploadLateDays: { title: 'Phòng nộp tệp tháng trễ, báo vàng: từ', unit: 'days' },
  uploadVeryLateDays: { title: 'Phòng nộp tệp tháng trễ, báo đỏ: từ', unit: 'days' },
  overdueOldDays: { title: 'Nợ quá hạn đã lâu: quá', unit: 'days' },
  trustRankHeadOffice: { title: 'Tin khi các tệp khác nhau, BCDHTD: thứ', unit: 'rank' },
  trustRankSummary31: { title: 'Tin khi các tệp khác nhau, LEN_31: thứ', unit: 'rank' },
  trustRankReport32: { title: 'Tin khi các tệp khác nhau, báo cáo 32: thứ', unit: 'rank' },
  trustRankReport31: { title: 'Tin khi các tệp khác nhau, mẫu 31: thứ', unit: 'rank' },
  trustRankForm10: { title: 'Tin khi các tệp khác nhau, Mẫu 10: thứ', unit: 'rank' },
  overdueShareRedBps: { title: 'Tỷ lệ quá hạn báo đỏ: trên', unit: 'bps' },
  badDebtShareRedBps: { title: 'Tỷ lệ quá hạn + khoanh báo đỏ: trên', unit: 'bps' },
  frozenShareRedBps: { title: 'Tỷ lệ khoanh báo đỏ: trên', unit: 'bps' },
  groupOverdueFlagBps: { title: 'Tổ cần chú ý vì tỷ lệ quá hạn: trên', unit: 'bps' },
  dueConcentrationBps: { title: 'Đến hạn dồn vào một tháng, mức vừa: từ', unit: 'bps' },
  dueConcentrationHighBps: { title: 'Đến hạn dồn vào một tháng, mức cao: từ', unit: 'bps' },
  figureChangeAlertBps: { title: 'Chỉ tiêu đổi đáng báo giám đốc: từ', unit: 'bps' },
  visitStaleDays: { title: 'Lần thăm hộ coi là cũ: quá', unit: 'days' },
  localFundProvisionBps: { title: 'Dự phòng vốn ủy thác địa phương', unit: 'bps' },
  briefingPrepareDays: { title: 'Giao ban chuẩn bị được: trước phiên đến', unit: 'days' },
  taskReminderBeforeDays: { title: 'Nhắc việc được giao: trước hạn', unit: 'days' },
  taskReminderAfterDays: { title: 'Nhắc việc được giao: khi trễ', unit: 'days' },
  keepFileContentsDays: { title: 'Giữ nội dung tệp của đợt nhập đã ghi: số ngày', unit: 'days' },
  keepStagedRowsDays: { title: 'Giữ các dòng đã đọc của đợt nhập đã ghi: số ngày', unit: 'days' },
  keepDeliveredNewsDays: { title: 'Giữ tin nội bộ đã chuyển: số ngày', unit: 'days' },
  keepFinishedJobsDays: { title: 'Giữ việc chạy nền đã kết thúc: số ngày', unit: 'days' },
  keepSessionsDays: { title: 'Giữ phiên đăng nhập đã kết thúc: số ngày', unit: 'days' },
  keepSpentLinksDays: { title: 'Giữ liên kết đã dùng hoặc hết hạn: số ngày', unit: 'days' },
  keepLeftOverFilesDays: { title: 'Giữ tệp tải lên mà chưa báo cáo nào dùng: số ngày', unit: 'days' },
} as const satisfies Record<string, { readonly title: string; readonly unit: RuleUnit }>;

/**
 * Rules that no part of the product asks yet: what they decide comes later. The page of the rules says so of each, and
 * a test holds this list against the code.
 */
export const RULES_OF_LATER: readonly RuleName[] = [
  'instalmentRegimeFrom',
  'overdueShareRedBps',
  'badDebtShareRedBps',
  'frozenShareRedBps',
  'dueConcentrationBps',
  'dueConcentrationHighBps',
  'figureChangeAlertBps',
  'visitStaleDays',
  'localFundProvisionBps',
  'dailyFileFreshnessDays',
  'jobCreationFreshnessDays',
  'uploadLateDays',
  'uploadVeryLateDays',
  'overdueOldDays',
  'trustRankHeadOffice',
  'trustRankSummary31',
  'trustRankReport32',
  'trustRankReport31',
  'trustRankForm10',
];

/** How a value is read: `bps` hundredths of a percent; `day` a calendar day as YYYYMMDD; `rank` 1 comes first. */
export type RuleUnit =
  | 'months'
  | 'days'
  | 'years'
  | 'age'
  | 'percent'
  | 'bps'
  | 'points'
  | 'members'
  | 'customers'
  | 'rank'
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
