import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Outcome, TaskEventKind } from './task.ts';
import { isContradicted } from './task-figures.ts';
import { type ChecksTold, findChecks, loansToldChecked } from './told-checks.ts';

const LOANS = ['1', '2', '3', '4', '5'].map((last) => `480401000000000${last}`);
const [A = '', B = '', C = '', D = '', E = ''] = LOANS;
const SEPTEMBER = day('2026-09-30');

const event = (version: number, kind: TaskEventKind, date: string, outcome: Outcome | null = null) => ({
  ...{ version, kind, outcome },
  doneOn: outcome === null ? null : day(date),
  at: new Date(`${date}T09:00:00+07:00`),
});
const named = (version: number, contractNo: string) => ({
  version,
  link: { kind: 'loan' as const, contractNo },
});
const GIVEN = event(1, 'given', '2026-10-05');
const told = (overrides: Partial<ChecksTold>, on?: ReturnType<typeof day>) =>
  loansToldChecked({ contractNo: null, events: [GIVEN], records: [], ...overrides }, on);
const sentence = (...contractNos: string[]) =>
  findChecks(SEPTEMBER, { contractNos: LOANS, told: contractNos });

describe('[GV95] the loans that reports tell as checked', () => {
  it('are those that they name, also of a report that was returned, and of none that says nothing could be done', () => {
    const events = [
      GIVEN,
      event(2, 'reported', '2026-10-10', 'partly'),
      event(3, 'returned', '2026-10-11'),
      event(4, 'reported', '2026-10-20', 'done'),
      event(5, 'reported', '2026-10-21', 'notDone'),
    ];
    const records = [named(2, A), named(2, B), named(4, B), named(4, C), named(5, D)];
    expect(told({ events, records })).toEqual([A, B, C]);
    expect(told({ events, records }, day('2026-10-19'))).toEqual([A, B]);
  });

  it('a task about one loan tells of it while its report says done, until that is returned', () => {
    const done = [GIVEN, event(2, 'reported', '2026-10-10', 'done')];
    expect(told({ contractNo: A, events: done })).toEqual([A]);
    expect(told({ contractNo: A, events: [...done, event(3, 'accepted', '2026-10-12')] })).toEqual([A]);
    expect(told({ contractNo: A, events: [...done, event(3, 'returned', '2026-10-12')] })).toEqual([]);
    expect(told({ contractNo: A, events: [GIVEN, event(2, 'reported', '2026-10-10', 'partly')] })).toEqual(
      [],
    );
  });
});

describe('[GV95] what is said beside the report', () => {
  it('counts the loans that are named; some of them contradict a report that all is done, none of them is no answer', () => {
    expect(sentence(A, B, C, '9999999999999999')).toMatchObject({
      verdict: 'partly',
      sentence: 'Kiểm tra 06/TD: 3/5 món được nêu trong báo cáo, còn 2 món chưa nêu.',
    });
    expect(sentence(...LOANS, E)).toMatchObject({
      verdict: 'improved',
      sentence: 'Kiểm tra 06/TD: 5/5 món được nêu trong báo cáo.',
    });
    expect(sentence()).toMatchObject({
      verdict: 'unknown',
      sentence: 'Kiểm tra 06/TD: chưa báo cáo nào nêu món nào trong 5 món.',
    });
    const contradicts = (...contractNos: string[]) =>
      isContradicted(sentence(...contractNos), { state: 'reported', outcome: 'done' });
    expect([contradicts(A, B, C), contradicts(...LOANS), contradicts()]).toEqual([true, false, false]);
    expect(isContradicted(sentence(A), { state: 'reported', outcome: 'partly' })).toBe(false);
  });

  it('of a single loan is whether it is told', () => {
    const one = (...contractNos: string[]) => findChecks(SEPTEMBER, { contractNos: [A], told: contractNos });
    expect(one(A)).toMatchObject({
      verdict: 'improved',
      sentence: 'Kiểm tra 06/TD: báo cáo nêu món vay này.',
    });
    expect(one()).toMatchObject({
      verdict: 'same',
      sentence: 'Kiểm tra 06/TD: chưa báo cáo nào nêu món vay này.',
    });
  });
});
