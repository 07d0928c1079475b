import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { comparedDateOf } from './compared-date.ts';

describe('the date that a change is told from', () => {
  it.each([
    ['2026-10-31', ['2026-10-31', '2026-10-15', '2026-09-30'], '2026-09-30'],
    ['2026-10-31', ['2026-10-15'], null],
    ['2026-10-31', ['2026-09-15', '2026-08-31'], '2026-09-15'],
    ['2026-10-15', ['2026-10-01', '2026-09-30', '2026-10-31'], '2026-09-30'],
    ['2026-10-15', ['2026-09-15', '2026-08-31'], '2026-08-31'],
    ['2026-10-15', ['2026-09-15'], '2026-09-15'],
    ['2028-03-31', ['2028-02-29', '2028-02-28'], '2028-02-29'],
    ['2026-10-31', ['2026-11-30'], null],
    ['2026-10-31', [], null],
  ])('[PF86] %s among %j is held against %s', (dataDate, published, compared) => {
    expect(comparedDateOf(day(dataDate), published.map(day))).toBe(compared);
  });
});
