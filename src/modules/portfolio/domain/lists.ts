import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDate,
  monthEnd,
  monthStart,
} from '../../../kernel/dates.ts';
import { LISTS, type ListName, type PublishedListName } from './list-names.ts';
import type { PortfolioRule, RuleRow } from './rules.ts';

/** How many coming sessions the month page shows, and so how many months ahead due loans are listed [PF33]. */
export const COMING_SESSIONS = 4;

/** The days and numbers that the lists of a data date compare with. All days are compared as the names say. */
export type ListBounds = {
  readonly dataDate: BusinessDate;
  /** Inactive: the last transaction is strictly before this day [PF22]. */
  readonly activeFrom: BusinessDate;
  readonly nextMonthFrom: BusinessDate;
  readonly nextMonthTo: BusinessDate;
  readonly comingSessionsTo: BusinessDate;
  readonly unpaidInterestMonths: bigint;
  readonly freezeCompulsoryTo: BusinessDate;
  readonly freezeWarningTo: BusinessDate;
  readonly disbursedFrom: BusinessDate;
  /** The first day of disbursements whose check is still watched [PF96]. */
  readonly checkWatchFrom: BusinessDate;
  /** Upper bounds of the ageing classes but the last, in days, counted. */
  readonly ageing: readonly number[];
  readonly renewalAges: readonly number[];
  readonly renewalGraceYears: number;
  readonly oldIdentityVoidFrom: BusinessDate;
  readonly sharedPhoneCustomers: number;
};

type Valued = Pick<RuleRow, 'value'>;

/** The day before which the last transaction of an inactive loan lies [PF22]. */
export const inactiveFrom = (dataDate: BusinessDate, { value }: Valued) =>
  addMonths(dataDate, -Number(value));

/** The last day of a freeze that ends soon [PF26] [PF27]. */
export const freezeWatchedTo = (dataDate: BusinessDate, { value }: Valued) =>
  addDays(dataDate, Number(value));

/** The first day of recent disbursement [PF28]. */
export const recentFrom = (dataDate: BusinessDate, { value }: Valued) => addDays(dataDate, -Number(value));

/** The first day of the disbursements whose check is still watched after its time [PF96]. */
export const checkWatchFrom = (dataDate: BusinessDate, { value }: Valued) =>
  addMonths(dataDate, -Number(value));

/** What the rules in force on a data date mean as days of its calendar, for loans without a row of their own. */
export function listBounds(
  dataDate: BusinessDate,
  rules: Readonly<Record<PortfolioRule, RuleRow>>,
): ListBounds {
  const number = (rule: PortfolioRule) => Number(rules[rule].value);
  const nextMonthFrom = addMonths(monthStart(dataDate), 1);
  return {
    dataDate,
    activeFrom: inactiveFrom(dataDate, rules.inactiveMonths),
    nextMonthFrom,
    nextMonthTo: monthEnd(nextMonthFrom),
    comingSessionsTo: monthEnd(addMonths(monthStart(dataDate), COMING_SESSIONS)),
    unpaidInterestMonths: rules.unpaidInterestMonths.value,
    freezeCompulsoryTo: freezeWatchedTo(dataDate, rules.freezeWatchCompulsoryDays),
    freezeWarningTo: freezeWatchedTo(dataDate, rules.freezeWatchWarningDays),
    disbursedFrom: recentFrom(dataDate, rules.recentDisbursementDays),
    checkWatchFrom: checkWatchFrom(dataDate, rules.checkWatchMonths),
    ageing: [
      number('ageBand1Days'),
      number('ageBand2Days'),
      number('ageBand3Days'),
      number('ageBand4Days'),
      number('ageBand5Days'),
    ],
    renewalAges: [
      number('identityRenewalAge1'),
      number('identityRenewalAge2'),
      number('identityRenewalAge3'),
    ],
    renewalGraceYears: number('identityRenewalGraceYears'),
    oldIdentityVoidFrom: dayOfNumber(rules.oldIdentityVoidFrom.value),
    sharedPhoneCustomers: number('sharedPhoneCustomers'),
  };
}

/** A rule's day is written `YYYYMMDD`. @throws RangeError when it is none */
function dayOfNumber(value: bigint): BusinessDate {
  const number = Number(value);
  const found = businessDate(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
  if (!found) throw new RangeError(`no day: ${value}`);
  return found;
}

/** The dated rules whose numbers decide a list; empty where the list needs none. The first is the deciding one. */
const LIST_RULES: Readonly<Record<PublishedListName, readonly PortfolioRule[]>> = {
  overdue: [],
  frozen: [],
  inactive_3_months: ['inactiveMonths'],
  moved_to_overdue_in_month: [],
  due_next_month_by_session: [],
  unpaid_interest_3_months: ['unpaidInterestMonths'],
  freeze_ends_within_120_days: ['freezeWatchCompulsoryDays'],
  freeze_ends_within_180_days: ['freezeWatchWarningDays'],
  disbursed_last_30_days: ['recentDisbursementDays'],
  disbursed_over_30_days: ['recentDisbursementDays', 'checkWatchMonths'],
  overdue_1_30: ['ageBand1Days'],
  overdue_31_60: ['ageBand2Days', 'ageBand1Days'],
  overdue_61_90: ['ageBand3Days', 'ageBand2Days'],
  overdue_91_180: ['ageBand4Days', 'ageBand3Days'],
  overdue_181_365: ['ageBand5Days', 'ageBand4Days'],
  overdue_over_365: ['ageBand5Days'],
  due_past_not_moved: [],
  due_and_moved_in_period: [],
  due_moved_later: [],
  due_at_coming_sessions: [],
  student_interest_not_due: [],
  student_interest_unclear: [],
  settled_interest_left: [],
  phone_missing: [],
  phone_invalid: [],
  phone_shared: ['sharedPhoneCustomers'],
  identity_card_expired: [
    'identityRenewalGraceYears',
    'identityRenewalAge1',
    'identityRenewalAge2',
    'identityRenewalAge3',
    'oldIdentityVoidFrom',
  ],
  extension_disagrees: [],
};

/** The dated rules whose numbers decide a list, the deciding one first; only lists of publication have any. */
export function rulesOfList(list: ListName): readonly PortfolioRule[] {
  return list in LIST_RULES ? LIST_RULES[list as PublishedListName] : [];
}

/** The rule id of a list, as RULES.md numbers it. */
export function ruleIdOf(list: ListName): string {
  return LISTS[list].rule;
}
