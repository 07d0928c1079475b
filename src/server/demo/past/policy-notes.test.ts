import { expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { policyNoteOn } from './policy-notes.ts';

const note = (date: string) => policyNoteOn(day(date));

it('[GV100] makes a document known from its day on, and nothing before the first', () => {
  expect(note('2025-12-23')).toBeNull();
  expect(note('2026-01-23')).toContain('Nghị định 338/2025/NĐ-CP');
  expect(note('2026-02-10')).not.toContain('727/HD-NHCS');
  expect(note('2026-02-11')?.split('\n')).toHaveLength(2);
  expect(note('2026-06-23')).toBeNull();
});

it('[GV100] is no longer than a note of an agenda may be', () => {
  for (let month = 1; month <= 12; month++)
    expect((note(`2026-${String(month).padStart(2, '0')}-28`) ?? '').length).toBeLessThanOrEqual(600);
});
