import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { ruleValuesOf } from './domain/rule-values.ts';
import type { RuleScope, RuleValue } from './domain/rules.ts';
import { isInForce, succeed } from './domain/succession.ts';

const FIRST = '00000000-0000-8000-8003-000000000001' as Id;

function row(overrides: Partial<RuleValue> = {}): RuleValue {
  return {
    id: FIRST,
    rule: 'inactiveMonths',
    scope: {},
    value: 3n,
    validFrom: day('2020-01-01'),
    validTo: null,
    document: 'Mẫu 14',
    confidence: 'found',
    enteredAt: null,
    ...overrides,
  };
}

describe('a dated row', () => {
  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2020-06-30', true],
    ['2020-07-01', false],
  ])('[PR1] on %s counts: %s', (onDate, counts) => {
    expect(isInForce({ validFrom: day('2020-01-01'), validTo: day('2020-06-30') }, day(onDate))).toBe(counts);
  });

  it('[PR3] ends the row before it on the day before it begins', () => {
    expect(succeed([row()], day('2026-03-01'))).toEqual({ id: FIRST, on: '2026-02-28' });
  });

  it('[PR3] leaves alone a row that has ended by itself', () => {
    expect(succeed([row({ validTo: day('2021-12-31') })], day('2026-03-01'))).toBeNull();
  });

  it.each(['2020-01-01', '2019-05-05'])('[PR3] is refused when it begins on %s', (validFrom) => {
    expect(succeed([row()], day(validFrom))).toMatchObject({ refused: 'validFromNotLater' });
  });

  it('[PR3] rows entered one after another never overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 }), (offsets) => {
        const rows: RuleValue[] = [];
        for (const offset of offsets) {
          const validFrom = addDays(day('2015-01-01'), offset);
          const before = succeed(rows, validFrom);
          if (before !== null && 'refused' in before) continue;
          const ended = rows.findIndex((candidate) => candidate.id === before?.id);
          if (before && rows[ended]) rows[ended] = { ...rows[ended], validTo: before.on };
          rows.push(
            row({ id: `00000000-0000-8000-8003-${String(offset).padStart(12, '0')}` as Id, validFrom }),
          );
        }
        for (let offset = 0; offset <= 5000; offset += 250) {
          const onDate = addDays(day('2015-01-01'), offset);
          expect(rows.filter((candidate) => isInForce(candidate, onDate)).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the row that decides', () => {
  const valueFor = (rows: RuleValue[], scope: RuleScope) =>
    ruleValuesOf(rows, day('2026-10-31')).of('inactiveMonths', scope).value;

  it('[PR2] is the one that names more of the scope', () => {
    const rows = [row(), row({ scope: { programme: '02' }, value: 6n })];
    expect(valueFor(rows, { programme: '02' })).toBe(6n);
    expect(valueFor(rows, { programme: '01' })).toBe(3n);
    expect(valueFor(rows, {})).toBe(3n);
  });

  it('[PR2] is the later of two that name as much', () => {
    expect(valueFor([row(), row({ validFrom: day('2026-01-01'), value: 4n })], {})).toBe(4n);
  });

  it('[PR5] missing, it is a defect and not a default', () => {
    expect(() => valueFor([row({ validTo: day('2025-12-31') })], {})).toThrow(
      'inactiveMonths has no row for 2026-10-31',
    );
  });
});
