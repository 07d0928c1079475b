import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listLoans } from '../portfolio/index.ts';
import type { TruthTotals } from '../portfolio/testing/truth.ts';
import { prepared } from './testing/given-briefing.ts';
import { givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { figuresOf, TRUTH, TRUTH_BEFORE } from './testing/given-figures.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

type Figures = Awaited<ReturnType<typeof figuresOf>>;

/** The amounts of a part that the files tell, in the words of the truth. */
function columnsOf(part: Omit<NonNullable<Figures['total']>, 'key'>) {
  return {
    groups: part.groups,
    outstanding: part.outstandingVnd,
    outstandingChange: part.outstandingChangeVnd,
    overdue: part.overdueVnd,
    frozen: part.frozenVnd,
    unpaidInterest: part.unpaidInterestVnd,
    unpaidInterestChange: part.unpaidInterestChangeVnd,
    interestMonth: part.interestMonthVnd,
  };
}

/** The same of a truth, against the one before; null where there is none. */
function columnsOfTruth(now: TruthTotals, before: TruthTotals | undefined): ReturnType<typeof columnsOf> {
  const changeOf = (name: 'outstanding' | 'unpaid_interest') =>
    before === undefined ? null : BigInt(now[name] - before[name]);
  return {
    groups: now.groups,
    outstanding: BigInt(now.outstanding),
    outstandingChange: changeOf('outstanding'),
    overdue: BigInt(now.overdue),
    frozen: BigInt(now.frozen),
    unpaidInterest: BigInt(now.unpaid_interest),
    unpaidInterestChange: changeOf('unpaid_interest'),
    interestMonth: BigInt(now.interest_month),
  };
}

/** Two truths together; one that is missing adds nothing. */
function addTruths(one: TruthTotals | undefined, other: TruthTotals | undefined): TruthTotals | undefined {
  if (!one || !other) return one ?? other;
  const names = Object.keys(one) as (keyof TruthTotals)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as TruthTotals;
}

describe('figures of a briefing by part', () => {
  it('[GV19] every column of the commune and of each group is the truth of the files, with its change', async () => {
    const { total, groups } = await figuresOf(commune, await prepared(commune));
    const now = TRUTH.commune['540101'];
    if (!now || !total) throw new Error('no figures of the commune');
    expect(columnsOf(total)).toEqual(columnsOfTruth(now, TRUTH_BEFORE.commune['540101']));
    expect(groups).toHaveLength(now.groups);
    for (const group of groups) {
      const truth = TRUTH.group[group.key];
      if (!truth) throw new Error(`no group ${group.key}`);
      expect([group.key, columnsOf(group)]).toEqual([
        group.key,
        columnsOfTruth(truth, TRUTH_BEFORE.group[group.key]),
      ]);
    }
  });

  it('[GV19] every column of an association is the truth of its groups in the commune', async () => {
    const { associations, groups } = await figuresOf(commune, await prepared(commune));
    for (const { key, ...association } of associations.filter((part) => part.key !== '99')) {
      const codes = groups.filter((group) => group.associationCode === key).map((group) => group.key);
      expect(codes.length).toBeGreaterThan(0);
      const sumOf = (truths: typeof TRUTH.group) =>
        codes.map((code) => truths[code]).reduce((sum, one) => addTruths(sum, one));
      const [now, before] = [sumOf(TRUTH.group), sumOf(TRUTH_BEFORE.group)];
      if (!now) throw new Error(`no figures of ${key}`);
      expect([key, columnsOf(association)]).toEqual([key, columnsOfTruth(now, before)]);
    }
  });

  it('[GV19] the loans long without a transaction are those that the files say, by association and group', async () => {
    const { total, associations, groups, dataDate } = await figuresOf(commune, await prepared(commune));
    const { rows } = await question(commune, officer(), (context) =>
      listLoans(
        {
          communeId: commune.communeId,
          dataDate: dataDate ?? undefined,
          status: 'all',
          limit: 500,
        } as Parameters<typeof listLoans>[0],
        context,
      ),
    );
    const inactive = rows.filter(({ contractNo }) => TRUTH.lists.inactive_3_months?.includes(contractNo));
    expect(inactive.length).toBeGreaterThan(0);
    expect(total?.inactiveLoans).toBe(inactive.length);
    for (const { key, inactiveLoans } of associations)
      expect([key, inactiveLoans]).toEqual([
        key,
        inactive.filter(({ associationCode }) => associationCode === key).length,
      ]);
    for (const { key, inactiveLoans } of groups)
      expect([key, inactiveLoans]).toEqual([
        key,
        inactive.filter(({ groupCode }) => groupCode === key).length,
      ]);
  });
});
