import { describe, expect, test } from 'vitest';
import { loansQuestion } from './list-question.ts';

const ME = { communes: [] };

describe('the order a list opens in', () => {
  test('what is to come begins with the day that comes first', () => {
    for (const list of ['due_at_coming_sessions', 'freeze_ends_within_180_days'] as const)
      expect(loansQuestion(ME, list, {})).toMatchObject({ sort: 'keyOn', order: 'asc' });
  });

  test('debts begin with the most, as the server has it', () => {
    for (const list of ['overdue', 'unpaid_interest_3_months', undefined] as const) {
      const question = loansQuestion(ME, list, {});
      expect([question.sort, question.order]).toEqual([undefined, undefined]);
    }
  });

  test('an order that is asked for wins: days due from the first on, amounts and last visits from the most', () => {
    const asked = (xep: string) => {
      const { sort, order } = loansQuestion(ME, 'due_at_coming_sessions', { xep });
      return [sort, order];
    };
    expect(asked('dueOnSession')).toEqual(['dueOnSession', 'asc']);
    expect(asked('outstanding')).toEqual(['outstanding', undefined]);
    expect(asked('lastTransactionOn')).toEqual(['lastTransactionOn', undefined]);
    expect(asked('no such order')).toEqual(['keyOn', 'asc']);
  });
});
