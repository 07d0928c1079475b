import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type OverdueTerm, overdueTermsOn } from './overdue-terms.ts';
import { knownAt, ruleValuesOf } from './rule-values.ts';
import type { RuleScope, RuleValue } from './rules.ts';

const OCTOBER = day('2026-10-31');

function row(value: bigint, scope: RuleScope = {}, overrides: Partial<RuleValue> = {}): RuleValue {
  return {
    id: `00000000-0000-8000-8003-${String(value).padStart(12, '0')}` as Id,
    ...{ rule: 'inactiveMonths', scope, value, validFrom: day('2020-01-01'), validTo: null },
    ...{ document: 'Mẫu 14', confidence: 'found', enteredAt: null },
    ...overrides,
  };
}

describe('[PR2] the rows that decide in an office', () => {
  const rows = [
    row(3n),
    row(4n, { office: '004820' }),
    row(6n, { programme: '02' }),
    row(7n, { programme: '02', fundSource: '2' }),
    row(8n, { programme: '02', office: '004821' }),
  ];
  it.each([
    ['004820', [7n, 6n, 4n]],
    ['004821', [8n, 7n, 6n, 3n]],
    [undefined, [7n, 6n, 3n]],
  ])('of %s stand from the narrowest to the one for every loan', (office, values) => {
    const ladder = ruleValuesOf(rows, OCTOBER).ladder('inactiveMonths', office);
    // Of two that name two things both cover different loans: their order among each other decides nothing.
    expect(ladder.map(({ value }) => value).sort()).toEqual(values.toSorted());
    expect(ladder.at(-1)?.value).toBe(values.at(-1));
  });

  it('of two that name as much the later stands first, and what comes after the one for every loan is out', () => {
    const later = row(5n, { office: '004820' }, { validFrom: day('2026-01-01') });
    const ladder = ruleValuesOf([...rows, later], OCTOBER).ladder('inactiveMonths', '004820');
    expect(ladder.map(({ value }) => value)).toEqual([7n, 5n]);
  });
});

describe('[PR12] what was known at a moment', () => {
  const first = row(3n, {}, { validTo: day('2026-06-30') });
  const second = row(4n, {}, { validFrom: day('2026-07-01'), enteredAt: new Date('2026-11-10T02:00:00Z') });
  const valueAt = (moment: string) =>
    ruleValuesOf(knownAt([first, second], new Date(moment)), OCTOBER).of('inactiveMonths').value;

  it('is not the row entered later, and the row that it ended goes on', () => {
    expect(valueAt('2026-11-10T01:59:59Z')).toBe(3n);
  });

  it('is the row entered by then', () => {
    expect(valueAt('2026-11-10T02:00:00Z')).toBe(4n);
  });
});

describe('[PR11] the overdue factor of a programme’s own term', () => {
  const term = (value: bigint, overrides: Partial<OverdueTerm> = {}): OverdueTerm => ({
    ...row(value, { programme: '05' }, { rule: 'overdueRatePercent' }),
    ...{ programmeId: '00000000-0000-8000-8001-000000000001' as Id, variant: '' },
    programmeFrom: day('2015-01-01'),
    ...overrides,
  });
  const factor = (terms: OverdueTerm[], programme = '05') =>
    ruleValuesOf(
      [row(130n, {}, { rule: 'overdueRatePercent' }), ...overdueTermsOn(terms, OCTOBER)],
      OCTOBER,
    ).of('overdueRatePercent', { programme }).value;

  it.each([
    ['no term: the general rule', [], 130n],
    ['a term for all borrowers', [term(150n)], 150n],
    ['a term that has ended', [term(150n, { validTo: day('2026-10-30') })], 130n],
    ['variants that agree', [term(120n, { variant: 'A' }), term(120n, { variant: 'B' })], 120n],
    ['variants that differ', [term(120n, { variant: 'A' }), term(150n, { variant: 'B' })], 130n],
    ['the one for all before a variant', [term(120n, { variant: 'A' }), term(150n)], 150n],
    ['the newest holder of a code', [term(150n), term(110n, { programmeFrom: day('2025-01-01') })], 110n],
    ['a holder of later', [term(150n), term(110n, { programmeFrom: day('2026-11-01') })], 150n],
  ])('%s', (_, terms, percent) => {
    expect(factor(terms)).toBe(percent);
    expect(factor(terms, '06')).toBe(130n);
  });
});
