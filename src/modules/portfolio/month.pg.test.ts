import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { daysBetween } from '../../kernel/dates.ts';
import * as contract from './contract.ts';
import { listLoans } from './list-loans.ts';
import { showCommuneMonth } from './show-commune-month.ts';
import { showOfficeMonth } from './show-office-month.ts';
import { BEFORE, givenTwoMonths, OCTOBER, SEPTEMBER, TRUTH, type TwoMonths } from './testing/two-months.ts';

let given: TwoMonths;
beforeAll(async () => {
  given = await givenTwoMonths();
}, 60_000);
afterAll(() => given.database.close());

describe('the month of a commune', () => {
  it('[PF7] has its figures, those of the date before and the ratio of the office', async () => {
    const page = await given.answer((context) =>
      showCommuneMonth({ communeId: given.communeOf('540101') }, context),
    );
    const [now, before] = [TRUTH.commune['540101'], BEFORE.commune['540101']];
    expect(page).toMatchObject({
      dataDate: OCTOBER,
      comparedDate: SEPTEMBER,
      communeName: 'Xã Bình Ngọc',
      officeName: 'PGD Tuy Hòa (dữ liệu mẫu)',
    });
    expect(page.now?.outstandingVnd).toBe(BigInt(now?.outstanding ?? 0));
    expect(page.before?.outstandingVnd).toBe(BigInt(before?.outstanding ?? 0));
    const { overdue, frozen, outstanding } = TRUTH.office;
    expect(page.office?.arrearsBps).toBe(Math.round(((overdue + frozen) * 10_000) / outstanding));
    expect(z.safeEncode(contract.showCommuneMonth.output, page).success).toBe(true);
  });

  it('[PF3] its line has 24 months, those without figures are missing', async () => {
    const { series, heat } = await given.answer((context) =>
      showCommuneMonth({ communeId: given.communeOf('540101') }, context),
    );
    expect(series).toHaveLength(24);
    expect(series.at(0)).toMatchObject({
      month: '2024-11',
      dataDate: null,
      arrearsBps: null,
      outstandingVnd: null,
    });
    expect(series.at(-1)).toMatchObject({ month: '2026-10', dataDate: OCTOBER });
    expect(heat.months.map((month) => month.month)).toHaveLength(13);
    const sum = heat.villages.reduce(
      (total, village) => total + (village.cells.at(-1)?.outstandingVnd ?? 0n),
      0n,
    );
    expect(sum).toBe(heat.total.at(-1)?.outstandingVnd);
    expect(heat.total.at(0)).toBeNull();
  });

  it('[PF82] a code that no file has named is no village: it is counted apart', async () => {
    const unnamedOf = async () => {
      const input = { communeId: given.communeOf('540101') };
      const commune = await given.answer((context) => showCommuneMonth(input, context));
      const whole = await given.answer((context) => showOfficeMonth({}, context));
      return [commune.unnamedVillages, whole.unnamedVillages];
    };
    const nameAll = (isNamed: boolean) =>
      given.database.owner.query(
        `update registry.area set is_named = $1 where kind = 'village' and bank_code = '54010101'`,
        [isNamed],
      );
    const [commune = 0, whole = 0] = await unnamedOf();
    await nameAll(false);
    expect(await unnamedOf()).toEqual([commune + 1, whole + 1]);
    await nameAll(true);
  });

  it('[PF29] every overdue loan is in one class of age, by days since the effective due date', async () => {
    for (const code of given.communes.keys()) {
      const { ageing, now } = await given.answer((context) =>
        showCommuneMonth({ communeId: given.communeOf(code) }, context),
      );
      expect(ageing.map(({ fromDays, toDays }) => [fromDays, toDays])).toEqual([
        [1, 30],
        [31, 60],
        [61, 90],
        [91, 180],
        [181, 365],
        [366, null],
      ]);
      expect(ageing.reduce((sum, row) => sum + row.amountVnd, 0n)).toBe(now?.overdueVnd ?? 0n);
      for (const { list, fromDays, toDays } of ageing) {
        const { rows } = await given.answer((context) =>
          listLoans({ list, communeId: given.communeOf(code) }, context),
        );
        for (const row of rows) {
          const age = daysBetween(row.dueOnExtended ?? row.dueOnContract ?? OCTOBER, OCTOBER);
          expect(age).toBeGreaterThanOrEqual(fromDays);
          expect(age).toBeLessThanOrEqual(toDays ?? Number.POSITIVE_INFINITY);
        }
      }
    }
  });

  it('[PF33] coming sessions hold what falls due at them and who can be reached', async () => {
    let due = 0;
    for (const code of Object.keys(TRUTH.commune)) {
      const { dueBySession } = await given.answer((context) =>
        showCommuneMonth({ communeId: given.communeOf(code) }, context),
      );
      expect(dueBySession).toHaveLength(4);
      for (const session of dueBySession) {
        expect(session.reachableCustomers).toBeLessThanOrEqual(session.customers);
        if (session.sessionOn < '2026-12-01') due += session.loans;
        const { totals } = await given.answer((context) =>
          listLoans(
            {
              list: 'due_at_coming_sessions',
              communeId: given.communeOf(code),
              keyFrom: session.sessionOn,
              keyTo: session.sessionOn,
            },
            context,
          ),
        );
        expect(totals.loans).toBe(session.loans);
      }
    }
    expect(due).toBe(TRUTH.lists.due_next_month_by_session?.length);
  });

  it('[PF8] figures of 31/10 are fresh on 03/11 and stale on 06/12', async () => {
    const stale = async () =>
      (await given.answer((context) => showCommuneMonth({ communeId: given.communeOf('540101') }, context)))
        .staleness;
    expect(await stale()).toEqual({ ageDays: 3, staleAfterDays: 35, isStale: false });
    given.office.clock.moveTo('2026-12-06T01:00:00Z');
    expect(await stale()).toMatchObject({ ageDays: 36, isStale: true });
    given.office.clock.moveTo('2026-11-03T01:12:00Z');
  });

  it('[PF7] the office has its communes side by side, its counter not among them', async () => {
    const page = await given.answer((context) => showOfficeMonth({}, context));
    expect(page.communes.map((row) => row.communeCode)).toEqual(Object.keys(TRUTH.commune));
    expect(page.now?.outstandingVnd).toBe(BigInt(TRUTH.office.outstanding));
    expect(z.safeEncode(contract.showOfficeMonth.output, page).success).toBe(true);
  });
});
