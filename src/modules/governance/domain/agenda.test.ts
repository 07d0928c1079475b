import { expect, it } from 'vitest';
import { noteOfLines } from './agenda.ts';
import { LONGEST } from './bounds.ts';

it('[GV140] a note of many lines counts what does not fit, and is never longer than a note may be', () => {
  expect(noteOfLines([])).toBeNull();
  expect(noteOfLines(['Mức vay mới', 'Chương trình mới'])).toBe('Mức vay mới\nChương trình mới');
  const line = 'x'.repeat(300);
  const note = noteOfLines([line, line, line, line]) ?? '';
  expect(note.split('\n')).toEqual([line, line, line, 'Còn 1 thay đổi khác, xem Chương trình và Quy tắc.']);
  expect(note.length).toBeLessThanOrEqual(LONGEST.agendaNote);
  expect(noteOfLines(['x'.repeat(LONGEST.agendaNote + 1)])).toBe(
    'Có 1 thay đổi, xem Chương trình và Quy tắc.',
  );
});
