import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import { AGEING_LISTS, type ListName } from '../domain/list-names.ts';
import {
  checkWatchFrom,
  freezeWatchedTo,
  type ListBounds,
  recentFrom,
  ruleIdOf,
  rulesOfList,
} from '../domain/lists.ts';
import type { PortfolioRule, RuleRows } from '../domain/rules.ts';
import type { Publishing } from './append-positions.ts';
import { byLoan, INTEREST_FROM, isNotDueYet, isOfStudent, isUnclear, type Judging } from './by-loan.ts';
import { DISBURSED_ON, type Listing, listing, OUTSTANDING } from './listing.ts';
import { inactiveCondition } from './measures.ts';
import { loansWithPeople, personListings } from './person-listings.ts';

const UNPAID = sql`(p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd)`;
const EFFECTIVE_DUE = sql`coalesce(p.due_on_extended, p.due_on_contract)`;
const IS_IN_TERM = sql`(p.outstanding_vnd > 0 and p.overdue_vnd = 0 and p.frozen_vnd = 0)`;

/** Appends who stands on which list of the version: two statements, one over loans, one over loans and people. */
export async function appendListEntries(tx: Tx, publishing: Publishing, judging: Judging): Promise<void> {
  const { bounds, rules } = judging;
  const { versionId, dataDate, communeIds } = publishing;
  const loans = sql`portfolio.position p where p.commune_id = any (${[...communeIds]}::uuid[])
    and p.data_date = ${dataDate} and p.version_id = ${versionId}`;
  const ofLoans = loanListings(judging);
  await append(tx, publishing, {
    ...{ rules, listings: ofLoans },
    listed: sql`select p.* from ${loans} and (${anyOf(ofLoans)})`,
  });
  const ofPeople = personListings(bounds);
  await append(tx, publishing, {
    ...{ rules, listings: ofPeople },
    listed: sql`select * from ${loansWithPeople(loans, publishing, bounds)} p where ${anyOf(ofPeople)}`,
  });
}

const anyOf = (listings: readonly Listing[]) =>
  sql.join(
    listings.map(({ when }) => sql`(${when})`),
    sql` or `,
  );

/**
 * Most loans stand on no list: those that do are put aside, then each list takes its own from them.
 *
 * @param listed a query of the loans that stand on any of the lists
 */
async function append(
  tx: Tx,
  { versionId, dataDate }: Publishing,
  { rules, listings, listed }: { rules: RuleRows; listings: readonly Listing[]; listed: RawBuilder<unknown> },
): Promise<void> {
  const entries = listings.map(
    ({ list, when, weight, keyDate }) => sql`
      select p.commune_id, ${list}::text, p.contract_no, p.village_code, p.group_code, p.association_code,
        p.customer_code, ${weight}, ${keyDate}, ${ruleIdOf(list)}::text, ${decidingRow(list, rules)}
      from listed p where ${when}`,
  );
  await sql`
    with listed as materialized (${listed})
    insert into portfolio.list_entry (data_date, version_id, commune_id, list, contract_no, village_code, group_code,
      association_code, customer_code, weight, key_date, rule_id, rule_value_id)
    select ${dataDate}::date, ${versionId}::uuid, entry.* from (${sql.join(entries, sql` union all `)}) entry`.execute(
    tx,
  );
}

/** The row of the rule that puts the loan `p` on a list; null for lists without a number. */
function decidingRow(list: ListName, rules: RuleRows): RawBuilder<unknown> {
  const [rule] = rulesOfList(list);
  return rule === undefined ? sql`null::uuid` : byLoan(rules, rule, ({ id }) => sql`${id}::uuid`);
}

/** The lists that follow from the loan's own row. */
function loanListings(judging: Judging): Listing[] {
  const { bounds } = judging;
  return [
    ...stateListings(judging),
    ...disbursementListings(judging),
    ...studentListings(judging),
    ...freezeListings(judging),
    ...ageingListings(bounds),
    ...dueListings(bounds),
  ];
}

/** What the loan is now: its balances, its interest, when it last moved. */
function stateListings(judging: Judging): Listing[] {
  const isOpen = sql`p.outstanding_vnd > 0`;
  const lastTransaction = sql`p.last_transaction_on`;
  return [
    listing('overdue', sql`p.overdue_vnd > 0`, sql`p.overdue_vnd`, sql`p.overdue_since`),
    listing('inactive_3_months', inactiveCondition(judging), OUTSTANDING, lastTransaction),
    listing(
      'moved_to_overdue_in_month',
      sql`${isOpen} and p.month_to_overdue_vnd > 0`,
      sql`p.month_to_overdue_vnd`,
      sql`p.overdue_since`,
    ),
    listing('unpaid_interest_3_months', unpaidInterest(judging), UNPAID, lastTransaction),
    listing('settled_interest_left', sql`p.outstanding_vnd = 0 and ${UNPAID} > 0`, UNPAID, lastTransaction),
    listing(
      'extension_disagrees',
      sql`${isOpen} and (p.extension_count > 0) <> (p.due_on_extended is not null)`,
      OUTSTANDING,
      sql`p.due_on_contract`,
    ),
  ];
}

/** Whose use of the loan is to be checked, and whose check should be over: each loan on one of them at most [PF28] [PF96]. */
function disbursementListings({ bounds, rules }: Judging): Listing[] {
  const { dataDate } = bounds;
  const from = (rule: PortfolioRule, dayOf: typeof recentFrom) =>
    byLoan(rules, rule, (row) => sql`${dayOf(dataDate, row)}::date`);
  const recent = from('recentDisbursementDays', recentFrom);
  const watched = from('checkWatchMonths', checkWatchFrom);
  const of = (list: ListName, when: RawBuilder<unknown>) =>
    listing(list, sql`p.outstanding_vnd > 0 and ${when}`, OUTSTANDING, DISBURSED_ON);
  return [
    of('disbursed_last_30_days', sql`${DISBURSED_ON} between ${recent} and ${dataDate}::date`),
    of('disbursed_over_30_days', sql`${DISBURSED_ON} >= ${watched} and ${DISBURSED_ON} < ${recent}`),
  ];
}

/** The unpaid interest of students who do not pay it yet, or of whom the file does not tell when they do. */
function studentListings(judging: Judging): Listing[] {
  const of = (list: ListName, when: RawBuilder<unknown>) =>
    listing(list, sql`p.outstanding_vnd > 0 and ${UNPAID} > 0 and ${when}`, UNPAID, INTEREST_FROM);
  return [
    of('student_interest_not_due', isNotDueYet(judging)),
    of('student_interest_unclear', isUnclear(judging)),
  ];
}

/** Frozen debt and the ends of freezes that come near; both days count [PF26]. */
function freezeListings({ bounds, rules }: Judging): Listing[] {
  const until = (rule: PortfolioRule) => {
    const to = byLoan(rules, rule, (row) => sql`${freezeWatchedTo(bounds.dataDate, row)}::date`);
    return sql`p.frozen_vnd > 0 and p.freeze_ends_on between ${bounds.dataDate}::date and ${to}`;
  };
  const of = (list: ListName, when: RawBuilder<unknown>) =>
    listing(list, when, sql`p.frozen_vnd`, sql`p.freeze_ends_on`);
  return [
    of('frozen', sql`p.frozen_vnd > 0`),
    of('freeze_ends_within_120_days', until('freezeWatchCompulsoryDays')),
    of('freeze_ends_within_180_days', until('freezeWatchWarningDays')),
  ];
}

/** In-term debt that falls due, by the effective due date and by the session. */
function dueListings(bounds: ListBounds): Listing[] {
  const nextMonth = (column: RawBuilder<unknown>) =>
    sql`${column} between ${bounds.nextMonthFrom}::date and ${bounds.nextMonthTo}::date`;
  const onSession = sql`p.due_on_session`;
  const comingSession = sql`${onSession} > ${bounds.dataDate}::date and ${onSession} <= ${bounds.comingSessionsTo}::date`;
  const due = (list: ListName, when: RawBuilder<unknown>) =>
    listing(list, sql`${IS_IN_TERM} and ${when}`, OUTSTANDING, onSession);
  return [
    due('due_next_month_by_session', nextMonth(onSession)),
    due('due_past_not_moved', sql`${EFFECTIVE_DUE} <= ${bounds.dataDate}::date`),
    due('due_and_moved_in_period', sql`${nextMonth(EFFECTIVE_DUE)} and ${nextMonth(onSession)}`),
    due('due_moved_later', sql`${nextMonth(EFFECTIVE_DUE)} and ${onSession} > ${bounds.nextMonthTo}::date`),
    due('due_at_coming_sessions', comingSession),
  ];
}

/**
 * Unpaid interest of so many months: unpaid ≥ months × balance × rate / 12, without a division [PF25]. Floating point
 * passes over those who are far from it, exact numbers decide.
 */
function unpaidInterest(judging: Judging): RawBuilder<unknown> {
  const months = (type: 'float8' | 'numeric') =>
    byLoan(judging.rules, 'unpaidInterestMonths', ({ value }) => sql`${value}::${sql.raw(type)}`);
  return sql`p.outstanding_vnd > 0 and p.frozen_vnd = 0 and not ${isOfStudent(judging)}
    and ${UNPAID}::float8 * 120001 >= ${months('float8')} * p.outstanding_vnd::float8 * p.rate_bps_per_year
    and ${UNPAID} * 120000::numeric >= ${months('numeric')} * p.outstanding_vnd * p.rate_bps_per_year`;
}

/** Overdue debt by days since the effective due date; each overdue loan stands in exactly one class [PF29]. */
function ageingListings(bounds: ListBounds): Listing[] {
  const age = sql`(p.data_date - coalesce(p.due_on_extended, p.due_on_contract, p.overdue_since, p.data_date))`;
  return AGEING_LISTS.map((list, i) => {
    const above = i === 0 ? sql`true` : sql`${age} > ${bounds.ageing[i - 1] ?? null}::integer`;
    const upTo = i === bounds.ageing.length ? sql`true` : sql`${age} <= ${bounds.ageing[i] ?? null}::integer`;
    return {
      list,
      when: sql`p.overdue_vnd > 0 and ${above} and ${upTo}`,
      weight: sql`p.overdue_vnd`,
      keyDate: EFFECTIVE_DUE,
    };
  });
}
