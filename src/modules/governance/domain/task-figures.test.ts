import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { findFigure, findFigureOfSet, isContradicted, type LoanFacts } from './task-figures.ts';

const [OCTOBER, NOVEMBER] = [day('2026-10-31'), day('2026-11-30')];
const facts = (dataDate: LoanFacts['dataDate'], overrides: Partial<LoanFacts> = {}): LoanFacts => ({
  dataDate,
  outstandingVnd: 30_000_000n,
  overdueVnd: 12_000_000n,
  frozenVnd: 0n,
  unpaidInterestVnd: 1_500_000n,
  lastTransactionOn: day('2026-08-23'),
  ...overrides,
});
const find = (measure: Parameters<typeof findFigure>[0], now: Partial<LoanFacts>) =>
  findFigure(measure, OCTOBER, { before: facts(OCTOBER), now: facts(NOVEMBER, now), newestDate: NOVEMBER });

describe('what the figures say', () => {
  it.each([
    ['overdue', { overdueVnd: 0n }, 'improved', 'Số liệu 30/11/2026: không còn nợ quá hạn.'],
    [
      'overdue',
      { overdueVnd: 11_999_999n, lastTransactionOn: day('2026-11-23') },
      'improved',
      'Số liệu 30/11/2026: nợ quá hạn giảm 1 đ, còn 11.999.999 đ, hộ giao dịch gần nhất 23/11/2026.',
    ],
    ['overdue', {}, 'same', 'Số liệu 30/11/2026: vẫn còn nợ quá hạn 12.000.000 đ, chưa giảm.'],
    [
      'unpaidInterest',
      { unpaidInterestVnd: 1_600_000n },
      'same',
      'Số liệu 30/11/2026: vẫn còn lãi tồn 1.600.000 đ, chưa giảm.',
    ],
    [
      'transaction',
      { lastTransactionOn: day('2026-11-23') },
      'improved',
      'Số liệu 30/11/2026: hộ đã giao dịch ngày 23/11/2026.',
    ],
    ['transaction', {}, 'same', 'Số liệu 30/11/2026: chưa có giao dịch nào từ 23/08/2026.'],
    ['transaction', { lastTransactionOn: null }, 'same', 'Số liệu 30/11/2026: chưa có giao dịch nào.'],
  ] as const)('[GV44] %s with %o: %s', (measure, now, verdict, sentence) => {
    expect(find(measure, now)).toMatchObject({ verdict, sentence, toDate: NOVEMBER });
  });

  it('[GV44] no newer figures, a loan that left them, a loan that is not seen: nothing is made up', () => {
    const none = { before: facts(OCTOBER), now: facts(OCTOBER), newestDate: OCTOBER };
    expect(findFigure('overdue', OCTOBER, none)).toMatchObject({ verdict: 'unknown', toDate: null });
    const left = { before: facts(OCTOBER), now: undefined, newestDate: NOVEMBER };
    expect(findFigure('overdue', OCTOBER, left)).toMatchObject({
      verdict: 'unknown',
      sentence: 'Số liệu 30/11/2026 không còn món vay này.',
    });
    expect(findFigure('overdue', OCTOBER, { ...left, before: undefined })).toBeNull();
  });

  it.each([
    [
      [{ unpaidInterestVnd: 500_000n }, {}],
      'improved',
      'Số liệu 30/11/2026: 1/2 món giảm lãi tồn, tổng lãi tồn từ 3.000.000 đ còn 2.000.000 đ.',
    ],
    [
      [{}, { unpaidInterestVnd: 1_600_000n }],
      'same',
      'Số liệu 30/11/2026: 0/2 món giảm lãi tồn, tổng lãi tồn từ 3.000.000 đ còn 3.100.000 đ.',
    ],
    [
      [{ unpaidInterestVnd: 0n }, undefined],
      'improved',
      'Số liệu 30/11/2026: 1/1 món giảm lãi tồn, tổng lãi tồn từ 1.500.000 đ còn 0 đ; 1 món không còn trong số liệu.',
    ],
    [[undefined, undefined], 'unknown', 'Số liệu 30/11/2026 không còn món vay nào trong 2 món.'],
    [[{}], 'same', 'Số liệu 30/11/2026: vẫn còn lãi tồn 1.500.000 đ, chưa giảm.'],
  ] as const)('[GV82] of several loans together, %#: %s', (now, verdict, sentence) => {
    const loans = now.map((one) => ({ before: facts(OCTOBER), now: one && facts(NOVEMBER, one) }));
    const found = findFigureOfSet('unpaidInterest', OCTOBER, { loans, newestDate: NOVEMBER });
    expect(found).toMatchObject({ verdict, sentence });
  });

  it('[GV82] of several loans whether they had a transaction, and nothing before newer figures are there', () => {
    const now = facts(NOVEMBER, { lastTransactionOn: day('2026-11-23') });
    const loans = [
      { before: facts(OCTOBER), now },
      { before: facts(OCTOBER), now: facts(NOVEMBER) },
    ];
    expect(findFigureOfSet('transaction', OCTOBER, { loans, newestDate: NOVEMBER })?.sentence).toBe(
      'Số liệu 30/11/2026: 1/2 món có giao dịch.',
    );
    expect(findFigureOfSet('transaction', OCTOBER, { loans, newestDate: OCTOBER })).toMatchObject({
      verdict: 'unknown',
      toDate: null,
    });
    expect(findFigureOfSet('transaction', OCTOBER, { loans: [], newestDate: NOVEMBER })).toBeNull();
  });

  it('[GV45] contradict a report of "done" alone, and only where nothing has changed', () => {
    const same = { verdict: 'same' } as const;
    expect(isContradicted(same, { state: 'reported', outcome: 'done' })).toBe(true);
    expect(isContradicted(same, { state: 'accepted', outcome: 'done' })).toBe(true);
    expect(isContradicted(same, { state: 'reported', outcome: 'notDone' })).toBe(false);
    expect(isContradicted(same, { state: 'working', outcome: 'done' })).toBe(false);
    expect(isContradicted({ verdict: 'unknown' }, { state: 'reported', outcome: 'done' })).toBe(false);
    expect(isContradicted(null, { state: 'reported', outcome: 'done' })).toBe(false);
  });
});
