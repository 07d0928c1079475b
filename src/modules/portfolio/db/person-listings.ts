import { type RawBuilder, sql } from 'kysely';
import type { ListName } from '../domain/list-names.ts';
import type { ListBounds } from '../domain/lists.ts';
import type { Publishing } from './append-positions.ts';
import { type Listing, listing, OUTSTANDING } from './listing.ts';

const NO_DAY = sql`null::date`;

/**
 * Open loans beside what the lists need to know of their customers, and the day the identity card expired: the first
 * renewal birthday that the card was not renewed for. A full join, because in the transaction that loads an office the
 * planner has no statistics yet and would compare every loan with every person; a full join is always hashed or
 * merged. What stands on one side only holds no condition.
 */
export function loansWithPeople(
  loans: RawBuilder<unknown>,
  { communeIds }: Publishing,
  bounds: ListBounds,
): RawBuilder<unknown> {
  const expiries = bounds.renewalAges.map((age) => {
    const birthday = (years: number) => sql`(r.born_on + make_interval(years => ${years}::integer))`;
    return sql`case when r.identity_issued_on < ${birthday(age - bounds.renewalGraceYears)}
      and ${birthday(age)} <= ${bounds.dataDate}::date then ${birthday(age)}::date end`;
  });
  return sql`(
    select p.*, r.identity_kind, r.phone_state, r.phone_people,
      case when r.identity_kind = 'twelveDigits' then least(${sql.join(expiries)}) end as card_expired_on
    from (
      select p.commune_id, p.contract_no, p.village_code, p.group_code, p.association_code, p.customer_code,
        p.outstanding_vnd
      from ${loans} and p.outstanding_vnd > 0
    ) p
    full join (
      select commune_id, customer_code, born_on, identity_issued_on, identity_kind, phone_state, phone_people
      from registry.person_reach where commune_id = any (${[...communeIds]}::uuid[]) offset 0
    ) r on r.commune_id = p.commune_id and r.customer_code = p.customer_code
    offset 0)`;
}

/** The lists that need to know the customer: telephone and identity paper, as the registry shows them. */
export function personListings(bounds: ListBounds): Listing[] {
  const isOpen = sql`p.outstanding_vnd > 0`;
  const oldCardVoid = sql`(p.identity_kind = 'nineDigits' and ${bounds.oldIdentityVoidFrom}::date <= ${bounds.dataDate}::date)`;
  const of = (list: ListName, when: RawBuilder<unknown>, keyDate: RawBuilder<unknown> = NO_DAY) =>
    listing(list, sql`${isOpen} and ${when}`, OUTSTANDING, keyDate);
  return [
    of('phone_missing', sql`p.phone_state = 'missing'`),
    of('phone_invalid', sql`p.phone_state = 'invalid'`),
    of('phone_shared', sql`p.phone_people >= ${bounds.sharedPhoneCustomers}::integer`),
    of(
      'identity_card_expired',
      sql`(${oldCardVoid} or p.card_expired_on is not null)`,
      sql`case when ${oldCardVoid} then ${bounds.oldIdentityVoidFrom}::date else p.card_expired_on end`,
    ),
  ];
}
