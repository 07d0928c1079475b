import { describe, expect, it } from 'vitest';
import { inCommune } from '../../../kernel/commune-words.ts';
import { day } from '../../../kernel/dates.ts';
import { buildRules } from '../testing/build.ts';
import { ageingOf } from './ageing.ts';
import { comparisonOf } from './comparison.ts';
import { sentenceOf } from './explain.ts';
import { arrearsBps, monthsUpTo, stalenessOn } from './figures.ts';
import { LIST_NAMES } from './list-names.ts';
import { listBounds } from './lists.ts';
import { reconcileCells } from './reconciliation.ts';

describe('the ratio', () => {
  it.each([
    [200, 100, 18_819, 159],
    [0, 0, 100, 0],
    [1, 0, 20_000, 1],
    [1, 0, 20_001, 0],
    [50, 50, 100, 10_000],
  ])('[PF7] %d overdue and %d frozen of %d is %d bps', (overdue, frozen, outstanding, bps) => {
    const debt = {
      overdueVnd: BigInt(overdue),
      frozenVnd: BigInt(frozen),
      outstandingVnd: BigInt(outstanding),
    };
    expect(arrearsBps(debt)).toBe(bps);
  });

  it('[PF7] is missing, not zero, without outstanding debt', () => {
    expect(arrearsBps({ overdueVnd: 0n, frozenVnd: 0n, outstandingVnd: 0n })).toBeNull();
  });
});

describe('months', () => {
  it('[PF3] a month has its last date; a month without one stays in the row', () => {
    const published = [day('2026-10-31'), day('2026-08-31'), day('2026-08-15'), day('2026-11-30')];
    expect(monthsUpTo(day('2026-10-31'), 3, published)).toEqual([
      { month: '2026-08', dataDate: '2026-08-31' },
      { month: '2026-09', dataDate: null },
      { month: '2026-10', dataDate: '2026-10-31' },
    ]);
  });

  it('[PF8] stale begins the day after the window', () => {
    expect(stalenessOn(day('2026-12-05'), day('2026-10-31'), 35).isStale).toBe(false);
    expect(stalenessOn(day('2026-12-06'), day('2026-10-31'), 35).isStale).toBe(true);
  });
});

describe('the days that lists compare with', () => {
  it('[PF22] three months before 31/10 is 31/07, before 31/05 is 28/02', () => {
    expect(listBounds(day('2026-10-31'), buildRules()).activeFrom).toBe('2026-07-31');
    expect(listBounds(day('2026-05-31'), buildRules()).activeFrom).toBe('2026-02-28');
  });

  it('[PF24] [PF26] [PF27] [PF28] windows count both ends', () => {
    expect(listBounds(day('2026-12-31'), buildRules())).toMatchObject({
      nextMonthFrom: '2027-01-01',
      nextMonthTo: '2027-01-31',
      freezeCompulsoryTo: '2027-04-30',
      freezeWarningTo: '2027-06-29',
      disbursedFrom: '2026-12-01',
      comingSessionsTo: '2027-04-30',
    });
  });

  it('[PF22] a dated rule changes the window, not the code', () => {
    expect(listBounds(day('2026-10-31'), buildRules({ inactiveMonths: 6n })).activeFrom).toBe('2026-04-30');
  });

  it('[PF41] every list has a sentence with its numbers', () => {
    const bounds = listBounds(day('2026-10-31'), buildRules());
    for (const list of LIST_NAMES) expect(sentenceOf(list, bounds)).toMatch(/^[A-ZĐ].+\.$/);
    expect(sentenceOf('overdue_31_60', bounds)).toContain('từ 31 đến 60 ngày');
  });

  it('[GV169] the list of shared phones, told of a ward, counts the customers of the ward', () => {
    const told = sentenceOf('phone_shared', listBounds(day('2026-10-31'), buildRules()));
    expect(inCommune(told, 'Phường Phú Lâm')).toContain('khách hàng của phường trở lên');
  });
});

describe('ageing', () => {
  it('[PF29] classes without a loan are there with nothing', () => {
    const classes = ageingOf([{ list: 'overdue_91_180', loans: 1, amountVnd: 100n }], buildRules());
    expect(classes.map((row) => row.loans)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(classes.at(-1)).toMatchObject({ fromDays: 366, toDays: null });
  });
});

describe('head office', () => {
  const ours = [
    { dimension: 'commune' as const, key: '540102', name: 'Xã Sơn Xuân', measure: 'overdue', ours: 0n },
    {
      dimension: 'commune' as const,
      key: '540102',
      name: 'Xã Sơn Xuân',
      measure: 'lending_month',
      ours: 90n,
    },
    {
      dimension: 'commune' as const,
      key: '540102',
      name: 'Xã Sơn Xuân',
      measure: 'disbursed_month',
      ours: 100n,
    },
    { dimension: 'programme' as const, key: '01', name: null, measure: 'overdue', ours: 5n },
  ];
  const theirs = (file: string, key: string, measure: string, amount: bigint) => ({
    file,
    key,
    measure,
    theirs: amount,
  });

  it('[PF15] equal cells are counted, different ones shown as theirs − ours', () => {
    const found = reconcileCells(
      [theirs('BCDHTD 01.1', '540102', 'overdue', 7_000_000n), theirs('BCDHTD 01.2', '01', 'overdue', 5n)],
      ours,
    );
    expect(found.equal).toBe(1);
    expect(found.differences).toMatchObject([
      { key: '540102', ours: 0n, theirs: 7_000_000n, difference: 7_000_000n },
    ]);
  });

  it('[PF16] LEN_31 counts the reclassified as lending, BCDHTD does not', () => {
    const cells = [
      theirs('LEN_31', '540102', 'lending_month', 100n),
      theirs('BCDHTD 01.1', '540102', 'lending_month', 90n),
    ];
    expect(reconcileCells(cells, ours)).toMatchObject({ equal: 2, differences: [] });
  });

  it('[PF15] a figure that no file of ours has is not compared', () => {
    const found = reconcileCells([theirs('LEN_31', '540102', 'savings_in_month', 9n)], ours);
    expect(found).toMatchObject({ equal: 0, differences: [] });
  });
});

describe('the comparison with the date before', () => {
  it('[PF17] says when the sums do not add up', () => {
    const movement = (kind: 'opening' | 'new' | 'gone' | 'closing', loans: number, amountVnd: bigint) => ({
      kind,
      loans,
      amountVnd,
    });
    const whole = [
      movement('opening', 1378, 75_448n),
      movement('new', 18, 1_240n),
      movement('gone', 11, 828n),
    ];
    expect(comparisonOf([...whole, movement('closing', 1385, 75_860n)]).addsUp).toBe(true);
    expect(comparisonOf([...whole, movement('closing', 1385, 75_861n)]).addsUp).toBe(false);
    expect(comparisonOf([...whole, movement('closing', 1384, 75_860n)]).addsUp).toBe(false);
  });
});
