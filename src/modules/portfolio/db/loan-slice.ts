import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { fold } from '../../../kernel/text.ts';
import {
  type ChangeListName,
  type FigureListName,
  isChangeList,
  isFigureList,
  type ListName,
} from '../domain/list-names.ts';
import { changedCustomers, changedLoans } from './changed-loans.ts';
import { DISBURSED_ON } from './listing.ts';
import { amountOf, FIGURE_LIST_AMOUNTS } from './loan-amounts.ts';

/** Which loans of a date. Codes are compared as they are; '' is a code (direct loans have no group). */
export type LoanSlice = {
  readonly communeIds: readonly Id[];
  readonly dataDate: BusinessDate;
  /** The date before, of the lists of what changed; null where nothing was published before. */
  readonly comparedDate: BusinessDate | null;
  readonly list?: ListName | undefined;
  readonly contractNo?: string | undefined;
  readonly villageCode?: string | undefined;
  readonly groupCode?: string | undefined;
  readonly associationCode?: string | undefined;
  readonly programmeCode?: string | undefined;
  readonly fundSource?: string | undefined;
  readonly customerCode?: string | undefined;
  readonly status?: 'open' | 'inTerm' | 'overdue' | 'frozen' | 'closed' | 'all' | undefined;
  readonly reach?: 'reachable' | 'unreachable' | undefined;
  readonly check?: 'told' | 'untold' | undefined;
  /** A moment as an ISO text. */
  readonly checkKnownAt?: string | undefined;
  readonly keyFrom?: BusinessDate | undefined;
  readonly keyTo?: BusinessDate | undefined;
  readonly text?: string | undefined;
};

/**
 * `from … where …` of a slice: rows `p` of the version each commune shows, each with its `entry`: what it weighs on
 * the list, the day that matters there, and on lists of what changed the amount before.
 */
export function loansOf(slice: LoanSlice): RawBuilder<unknown> {
  return sql`${sourceOf(slice)} ${filtersOf(slice)}`;
}

function sourceOf(slice: LoanSlice): RawBuilder<unknown> {
  const { list } = slice;
  if (list === undefined) return everyLoan(slice);
  if (isChangeList(list)) return changed(list, slice);
  if (isFigureList(list)) return ofFigure(list, slice);
  return published(list, slice);
}

const ofVersion = (alias: string) => {
  const a = sql.raw(alias);
  return sql`${a}.commune_id = shown.commune_id and ${a}.data_date = shown.data_date and ${a}.version_id = shown.version_id`;
};

const shownAt = ({ communeIds, dataDate }: LoanSlice) =>
  sql`shown.commune_id = any (${[...communeIds]}::uuid[]) and shown.data_date = ${dataDate}`;

function everyLoan(slice: LoanSlice): RawBuilder<unknown> {
  return sql`portfolio.publication shown
    left join (select null::bigint as weight, null::date as key_date, null::bigint as before_vnd) entry on true
    join portfolio.position p on ${ofVersion('p')} and p.data_date = ${slice.dataDate}
    where ${shownAt(slice)}`;
}

/**
 * The loan of each entry by its key, `limit 1` so that the planner begins with the entries: a list is short, and by
 * its estimates, which multiply conditions that say the same, it would rather go through all loans of the commune. The
 * customer, who is the entry's, lets it take either index while it knows nothing of a new month.
 */
function published(list: ListName, slice: LoanSlice): RawBuilder<unknown> {
  return sql`portfolio.publication shown
    join (select *, null::bigint as before_vnd from portfolio.list_entry) entry on ${ofVersion('entry')}
      and entry.list = ${list}
    cross join lateral (
      select * from portfolio.position loan
      where loan.commune_id = entry.commune_id and loan.data_date = ${slice.dataDate}
        and loan.version_id = entry.version_id and loan.contract_no = entry.contract_no
        and loan.customer_code = entry.customer_code
      limit 1
    ) p
    where ${shownAt(slice)}`;
}

function ofFigure(list: FigureListName, slice: LoanSlice): RawBuilder<unknown> {
  const { amount, keyDate } = FIGURE_LIST_AMOUNTS[list];
  return sql`portfolio.publication shown
    join portfolio.position p on ${ofVersion('p')} and p.data_date = ${slice.dataDate}
    cross join lateral (
      select ${amountOf(amount, 'p')} as weight, ${sql.raw(keyDate)} as key_date, null::bigint as before_vnd
    ) entry
    where ${shownAt(slice)} and entry.weight <> 0`;
}

function changed(list: ChangeListName, slice: LoanSlice): RawBuilder<unknown> {
  const rows = list === 'customers_changed' ? changedCustomers(slice) : changedLoans(list, slice);
  return sql`(${rows}) p
    cross join lateral (select p.now_vnd - p.before_vnd as weight, null::date as key_date, p.before_vnd) entry
    where p.now_vnd <> p.before_vnd`;
}

const STATUS: Record<NonNullable<LoanSlice['status']>, string> = {
  open: 'and p.outstanding_vnd > 0',
  inTerm: 'and p.outstanding_vnd > 0 and p.overdue_vnd = 0 and p.frozen_vnd = 0',
  overdue: 'and p.overdue_vnd > 0',
  frozen: 'and p.frozen_vnd > 0',
  closed: 'and p.outstanding_vnd = 0',
  all: '',
};

function filtersOf(slice: LoanSlice): RawBuilder<unknown> {
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [sql`and ${sql.raw(column)} = ${value}`];
  // A list says itself who stands on it: settled loans too, where interest is left.
  const status = slice.status ?? (slice.list === undefined ? 'open' : 'all');
  const parts = [
    sql.raw(STATUS[status]),
    ...equal('p.contract_no', slice.contractNo),
    ...equal('p.village_code', slice.villageCode),
    ...equal('p.group_code', slice.groupCode),
    ...equal('p.association_code', slice.associationCode),
    ...equal('p.programme_code', slice.programmeCode),
    ...equal('p.fund_source', slice.fundSource),
    ...equal('p.customer_code', slice.customerCode),
    ...(slice.keyFrom === undefined ? [] : [sql`and entry.key_date >= ${slice.keyFrom}`]),
    ...(slice.keyTo === undefined ? [] : [sql`and entry.key_date <= ${slice.keyTo}`]),
    ...(slice.reach === undefined ? [] : [reachFilter(slice.reach)]),
    // Whose number was found since the list was written is on it no more [PF35].
    ...(slice.list === 'phone_missing' ? [reachFilter('unreachable')] : []),
    ...(slice.check === undefined ? [] : [checkFilter(slice.check, slice.checkKnownAt)]),
    ...(slice.text === undefined ? [] : [textFilter(slice.text, slice.communeIds)]),
  ];
  return sql.join(parts, sql` `);
}

/** Whether a check is told that was done since the loan was paid out last, now or as it was known at a moment [PF97]. */
function checkFilter(
  check: NonNullable<LoanSlice['check']>,
  knownAt: LoanSlice['checkKnownAt'],
): RawBuilder<unknown> {
  const isKnown =
    knownAt === undefined
      ? sql`told.taken_back_at is null`
      : sql`told.told_at <= ${knownAt}::timestamptz and (told.taken_back_at is null or told.taken_back_at > ${knownAt}::timestamptz)`;
  const isTold = sql`exists (select from portfolio.told_check told where told.commune_id = p.commune_id
    and told.contract_no = p.contract_no and told.done_on >= ${DISBURSED_ON} and ${isKnown})`;
  return check === 'told' ? sql`and ${isTold}` : sql`and not ${isTold}`;
}

/** Part of a name, with or without diacritics, or of a contract number. */
function textFilter(text: string, communeIds: readonly Id[]): RawBuilder<unknown> {
  const pattern = `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`;
  const isNamed = isCustomerOf(communeIds, sql`folded_name like ${pattern}`);
  return sql`and (p.contract_no like ${pattern} or ${isNamed})`;
}

/** Whether the customer can be reached, as the registry knows people now [PF33]: asked of each loan that is left by then. */
function reachFilter(reach: NonNullable<LoanSlice['reach']>): RawBuilder<unknown> {
  const isReached = sql`(select is_reachable from registry.customer
    where customer.commune_id = p.commune_id and customer.customer_code = p.customer_code)`;
  return reach === 'reachable' ? sql`and ${isReached}` : sql`and ${isReached} is not true`;
}

/**
 * Whether the customer of a loan is one of those the registry answers with. That reads a whole commune, so it is to
 * be asked once and its answer hashed. `is true` is for that: without it the planner, which has no statistics yet after an
 * office's first import, makes a join of it and compares every loan with every person; an array in its place would be
 * searched from its beginning for every loan.
 */
function isCustomerOf(communeIds: readonly Id[], when: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(((p.commune_id, p.customer_code) in (
    select commune_id, customer_code from registry.customer
    where commune_id = any (${[...communeIds]}::uuid[]) and ${when})) is true)`;
}
