import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';

/** What a rule's row may be narrowed to. */
export type ScopeKey = 'programme' | 'fundSource' | 'office';

/** What a rule is: the words for it, its unit, by what its rows may be narrowed, and when it judges. */
type RuleDeclaration = {
  readonly title: string;
  readonly unit: RuleUnit;
  /** A row narrowed by anything else would decide nothing and is refused [PR10]. */
  readonly narrowedBy: readonly ScopeKey[];
  /** `dataDates`: published figures rest on it, so a row that reaches back is asked about first [PR12]. */
  readonly judges: 'dataDates' | 'today';
};

/** Judges each loan of a data date by itself: every loan has a programme, a fund source and an office. */
const OF_LOAN = { narrowedBy: ['programme', 'fundSource', 'office'], judges: 'dataDates' } as const;
/** Judges a customer of a data date, whose loans may be of several programmes: only the office can have its own. */
const OF_OFFICE = { narrowedBy: ['office'], judges: 'dataDates' } as const;
/** Judges a data date in one way for the whole country: by law, or because its classes are added up. */
const OF_DATE = { narrowedBy: [], judges: 'dataDates' } as const;
/** Judges what stands today. */
const OF_TODAY = { narrowedBy: [], judges: 'today' } as const;

/**
 * Every rule of the product that has a number in it: what it means, in which unit. A title ends with how the number
 * is compared: `trên` and `quá` leave the number itself out, `từ`, `đến` and `trong` count it in.
 * The numbers themselves are dated rows (`programmes.rule_value`), entered with document and confidence; none stands
 * in code. A rule is added here first, then given its first row by a migration.
 */
export const RULES = {
  inactiveMonths: { title: 'Không giao dịch: quá', unit: 'months', ...OF_LOAN },
  unpaidInterestMonths: { title: 'Lãi tồn nhiều, tính theo tháng lãi: từ', unit: 'months', ...OF_LOAN },
  freezeWatchCompulsoryDays: { title: 'Nợ khoanh phải kiểm tra: hết hạn trong', unit: 'days', ...OF_LOAN },
  freezeWatchWarningDays: { title: 'Nợ khoanh sắp hết hạn: hết hạn trong', unit: 'days', ...OF_LOAN },
  recentDisbursementDays: { title: 'Mới giải ngân: trong', unit: 'days', ...OF_LOAN },
  checkWatchMonths: { title: 'Kiểm tra sau giải ngân còn theo dõi: trong', unit: 'months', ...OF_LOAN },
  overdueRatePercent: { title: 'Lãi suất nợ quá hạn so với lãi suất vay', unit: 'percent', ...OF_DATE },
  interestDayBasis: { title: 'Số ngày của năm khi tính lãi', unit: 'days', ...OF_DATE },
  ageBand1Days: { title: 'Tuổi nợ quá hạn, nhóm 1: đến', unit: 'days', ...OF_DATE },
  ageBand2Days: { title: 'Tuổi nợ quá hạn, nhóm 2: đến', unit: 'days', ...OF_DATE },
  ageBand3Days: { title: 'Tuổi nợ quá hạn, nhóm 3: đến', unit: 'days', ...OF_DATE },
  ageBand4Days: { title: 'Tuổi nợ quá hạn, nhóm 4: đến', unit: 'days', ...OF_DATE },
  ageBand5Days: { title: 'Tuổi nợ quá hạn, nhóm 5: đến', unit: 'days', ...OF_DATE },
  sharedPhoneCustomers: { title: 'Số điện thoại dùng chung: từ', unit: 'customers', ...OF_OFFICE },
  identityRenewalAge1: { title: 'Căn cước phải đổi, lần 1: khi đủ', unit: 'age', ...OF_DATE },
  identityRenewalAge2: { title: 'Căn cước phải đổi, lần 2: khi đủ', unit: 'age', ...OF_DATE },
  identityRenewalAge3: { title: 'Căn cước phải đổi, lần 3: khi đủ', unit: 'age', ...OF_DATE },
  identityRenewalGraceYears: {
    title: 'Thẻ cấp trước tuổi phải đổi còn dùng: dưới',
    unit: 'years',
    ...OF_DATE,
  },
  oldIdentityVoidFrom: { title: 'CMND 9 số hết giá trị: từ', unit: 'day', ...OF_DATE },
  groupMembersLeast: { title: 'Tổ TK&VV: ít nhất', unit: 'members', ...OF_TODAY },
  groupMembersMost: { title: 'Tổ TK&VV: nhiều nhất', unit: 'members', ...OF_TODAY },
  gradeGoodPoints: { title: 'Xếp loại Tốt: từ', unit: 'points', ...OF_DATE },
  gradeFairPoints: { title: 'Xếp loại Khá: từ', unit: 'points', ...OF_DATE },
  gradeAveragePoints: { title: 'Xếp loại Trung bình: từ', unit: 'points', ...OF_DATE },
  instalmentRegimeFrom: { title: 'Kỳ con chưa trả thành quá hạn với món ký: từ', unit: 'day', ...OF_TODAY },
  freshnessDays: { title: 'Số liệu mẫu 31 còn mới: trong', unit: 'days', ...OF_DATE },
  scoreFreshnessDays: { title: 'Điểm tổ còn mới: trong', unit: 'days', ...OF_TODAY },
  dailyFileFreshnessDays: { title: 'Tệp HSTD, NQ11 còn mới: trong', unit: 'days', ...OF_TODAY },
  jobCreationFreshnessDays: { title: 'Tệp GQVL còn mới: trong', unit: 'days', ...OF_TODAY },
  uploadLateDays: { title: 'Phòng nộp tệp tháng trễ, báo vàng: từ', unit: 'days', ...OF_TODAY },
  uploadVeryLateDays: { title: 'Phòng nộp tệp tháng trễ, báo đỏ: từ', unit: 'days', ...OF_TODAY },
  overdueOldDays: { title: 'Nợ quá hạn đã lâu: quá', unit: 'days', ...OF_TODAY },
  trustRankHeadOffice: { title: 'Tin khi các tệp khác nhau, BCDHTD: thứ', unit: 'rank', ...OF_TODAY },
  trustRankSummary31: { title: 'Tin khi các tệp khác nhau, LEN_31: thứ', unit: 'rank', ...OF_TODAY },
  trustRankReport32: { title: 'Tin khi các tệp khác nhau, báo cáo 32: thứ', unit: 'rank', ...OF_TODAY },
  trustRankReport31: { title: 'Tin khi các tệp khác nhau, mẫu 31: thứ', unit: 'rank', ...OF_TODAY },
  trustRankForm10: { title: 'Tin khi các tệp khác nhau, Mẫu 10: thứ', unit: 'rank', ...OF_TODAY },
  overdueShareRedBps: { title: 'Tỷ lệ quá hạn báo đỏ: trên', unit: 'bps', ...OF_TODAY },
  badDebtShareRedBps: { title: 'Tỷ lệ quá hạn + khoanh báo đỏ: trên', unit: 'bps', ...OF_TODAY },
  frozenShareRedBps: { title: 'Tỷ lệ khoanh báo đỏ: trên', unit: 'bps', ...OF_TODAY },
  groupOverdueFlagBps: { title: 'Tổ cần chú ý vì tỷ lệ quá hạn: trên', unit: 'bps', ...OF_TODAY },
  dueConcentrationBps: { title: 'Đến hạn dồn vào một tháng, mức vừa: từ', unit: 'bps', ...OF_TODAY },
  dueConcentrationHighBps: { title: 'Đến hạn dồn vào một tháng, mức cao: từ', unit: 'bps', ...OF_TODAY },
  figureChangeAlertBps: { title: 'Chỉ tiêu đổi đáng báo giám đốc: từ', unit: 'bps', ...OF_TODAY },
  visitStaleDays: { title: 'Lần thăm hộ coi là cũ: quá', unit: 'days', ...OF_TODAY },
  localFundProvisionBps: { title: 'Dự phòng vốn ủy thác địa phương', unit: 'bps', ...OF_TODAY },
  rateGapWarningBps: {
    title: 'Lãi suất lệch mọi mức của chương trình, nhắc khi nhập: từ',
    unit: 'bps',
    ...OF_TODAY,
  },
  briefingPrepareDays: { title: 'Giao ban chuẩn bị được: trước phiên đến', unit: 'days', ...OF_TODAY },
  briefingAfterSessionMinutes: { title: 'Giờ giao ban: sau khi hết phiên', unit: 'minutes', ...OF_TODAY },
  briefingChair: { title: 'Người chủ trì giao ban', unit: 'chair', ...OF_TODAY },
  hallHouseholdLevel: {
    title: 'Màn hình hội trường, khó khăn và kết luận về một hộ vay',
    unit: 'level',
    ...OF_TODAY,
  },
  unpaidInterestPointVnd: { title: 'Điểm cần nêu, lãi tồn tăng hoặc giảm: từ', unit: 'vnd', ...OF_TODAY },
  mailQuietFromHour: { title: 'Không gửi thư: từ', unit: 'hour', ...OF_TODAY },
  mailQuietUntilHour: { title: 'Gửi thư trở lại: từ', unit: 'hour', ...OF_TODAY },
  mailPerMinute: { title: 'Gửi thư: mỗi phút nhiều nhất', unit: 'mails', ...OF_TODAY },
  mailPerHour: { title: 'Gửi thư: mỗi giờ nhiều nhất', unit: 'mails', ...OF_TODAY },
  mailPauseAfterFailures: {
    title: 'Tạm dừng gửi thư: số thư liên tiếp không đi được',
    unit: 'mails',
    ...OF_TODAY,
  },
  taskReminderBeforeDays: { title: 'Nhắc việc được giao: trước hạn', unit: 'days', ...OF_TODAY },
  taskReminderAfterDays: { title: 'Nhắc việc được giao: khi trễ', unit: 'days', ...OF_TODAY },
  taskOverviewMonths: {
    title: 'Bảng việc theo người nhận, việc đã giao: trong',
    unit: 'months',
    ...OF_TODAY,
  },
  taskDueMonths: { title: 'Hạn của việc được giao: xa nhất', unit: 'months', ...OF_TODAY },
  keepFileContentsDays: { title: 'Giữ nội dung tệp của đợt nhập đã ghi: số ngày', unit: 'days', ...OF_TODAY },
  keepStagedRowsDays: {
    title: 'Giữ các dòng đã đọc của đợt nhập đã ghi: số ngày',
    unit: 'days',
    ...OF_TODAY,
  },
  keepDeliveredNewsDays: { title: 'Giữ tin nội bộ đã chuyển: số ngày', unit: 'days', ...OF_TODAY },
  keepFinishedJobsDays: { title: 'Giữ việc chạy nền đã kết thúc: số ngày', unit: 'days', ...OF_TODAY },
  keepSessionsDays: { title: 'Giữ phiên đăng nhập đã kết thúc: số ngày', unit: 'days', ...OF_TODAY },
  keepSpentLinksDays: { title: 'Giữ liên kết đã dùng hoặc hết hạn: số ngày', unit: 'days', ...OF_TODAY },
  keepMailTextsDays: { title: 'Giữ nội dung thư đã gửi: số ngày', unit: 'days', ...OF_TODAY },
  keepLeftOverFilesDays: {
    title: 'Giữ tệp tải lên mà chưa báo cáo nào dùng: số ngày',
    unit: 'days',
    ...OF_TODAY,
  },
} as const satisfies Record<string, RuleDeclaration>;

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

/** How a value is read: `bps` hundredths of a percent; `day` a calendar day as YYYYMMDD; `rank` 1 comes first; `hour` of the day; `level` 0 shows nothing, 1 that there is one, 2 what it says; `chair` 1 the leader of the session team, 2 the chair of the commune. */
export type RuleUnit =
  | 'minutes'
  | 'months'
  | 'days'
  | 'years'
  | 'age'
  | 'percent'
  | 'bps'
  | 'vnd'
  | 'points'
  | 'members'
  | 'customers'
  | 'rank'
  | 'hour'
  | 'level'
  | 'chair'
  | 'mails'
  | 'day';

/** One of {@link RULES}. */
export type RuleName = keyof typeof RULES;

/** What a rule's row is narrowed to; empty is the whole country. The row that names more wins [PR2]. */
export type RuleScope = { readonly [key in ScopeKey]?: string | undefined };

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
  /** When a person entered it; null for the first rows of the product, which are known from the beginning. */
  readonly enteredAt: Date | null;
};

/** True when two rows are narrowed to the same thing: the later follows the earlier. */
export function sameScope(a: RuleScope, b: RuleScope): boolean {
  return scopeKeys(a).length === scopeKeys(b).length && covers(a, b);
}

/** True when a row of this scope counts for what is asked: everything the row names is so. */
export function covers(rowScope: RuleScope, asked: RuleScope): boolean {
  return scopeKeys(rowScope).every((key) => rowScope[key] === asked[key]);
}

/** What a scope names. */
export function scopeKeys(scope: RuleScope): ScopeKey[] {
  return (Object.keys(scope) as ScopeKey[]).filter((key) => scope[key] !== undefined);
}
