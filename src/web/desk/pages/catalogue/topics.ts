import type { RuleName } from '../../../../modules/programmes/domain/rules.ts';

/** What the rules are about, in the order of the page. */
export const TOPICS = {
  lists: 'Danh sách món vay',
  age: 'Tuổi nợ quá hạn',
  interest: 'Lãi',
  people: 'Liên lạc và giấy tờ',
  groups: 'Tổ TK&VV',
  alerts: 'Ngưỡng cảnh báo',
  freshness: 'Số liệu cũ, mới',
  keeping: 'Giữ dữ liệu bao lâu',
} as const;

/** One of {@link TOPICS}. */
export type Topic = keyof typeof TOPICS;

/** The topic of every rule. */
export const TOPIC_OF: Readonly<Record<RuleName, Topic>> = {
  inactiveMonths: 'lists',
  unpaidInterestMonths: 'lists',
  freezeWatchCompulsoryDays: 'lists',
  freezeWatchWarningDays: 'lists',
  recentDisbursementDays: 'lists',
  instalmentRegimeFrom: 'lists',
  overdueRatePercent: 'interest',
  interestDayBasis: 'interest',
  ageBand1Days: 'age',
  ageBand2Days: 'age',
  ageBand3Days: 'age',
  ageBand4Days: 'age',
  ageBand5Days: 'age',
  sharedPhoneCustomers: 'people',
  identityRenewalAge1: 'people',
  identityRenewalAge2: 'people',
  identityRenewalAge3: 'people',
  identityRenewalGraceYears: 'people',
  oldIdentityVoidFrom: 'people',
  groupMembersLeast: 'groups',
  groupMembersMost: 'groups',
  gradeGoodPoints: 'groups',
  gradeFairPoints: 'groups',
  gradeAveragePoints: 'groups',
  groupOverdueFlagBps: 'groups',
  freshnessDays: 'freshness',
  scoreFreshnessDays: 'freshness',
  visitStaleDays: 'freshness',
  overdueShareRedBps: 'alerts',
  badDebtShareRedBps: 'alerts',
  frozenShareRedBps: 'alerts',
  dueConcentrationBps: 'alerts',
  dueConcentrationHighBps: 'alerts',
  figureChangeAlertBps: 'alerts',
  localFundProvisionBps: 'alerts',
  keepFileContentsDays: 'keeping',
  keepStagedRowsDays: 'keeping',
  keepDeliveredNewsDays: 'keeping',
  keepFinishedJobsDays: 'keeping',
  keepSessionsDays: 'keeping',
  keepSpentLinksDays: 'keeping',
};
