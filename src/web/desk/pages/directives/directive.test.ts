import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { keyOfWord, originWords, PROGRESS_WORDS } from './directive.ts';

const given = {
  paperNumber: null,
  paperOn: null,
  paperIssuer: null,
  issuerName: 'Lê Minh Toàn',
  givenOn: day('2026-11-23'),
};

describe('where a directive comes from', () => {
  it.each([
    [{ source: 'briefing' }, '05/2026', 'Giao ban 23/11/2026, biên bản số 05/2026'],
    [{ source: 'difficulty' }, null, 'Khó khăn nêu tại giao ban 23/11/2026'],
    [{ source: 'order' }, null, 'Chỉ đạo của Chủ tịch, Lê Minh Toàn giao 23/11/2026'],
    [
      { source: 'order', paperNumber: '12/CV-UBND', paperOn: day('2026-11-20') },
      null,
      'Chỉ đạo của Chủ tịch, văn bản số 12/CV-UBND ngày 20/11/2026, Lê Minh Toàn giao 23/11/2026',
    ],
    [
      {
        source: 'resolution',
        paperNumber: '05/NQ-BĐD',
        paperOn: day('2026-11-20'),
        paperIssuer: 'Ban đại diện tỉnh',
      },
      null,
      'Nghị quyết 05/NQ-BĐD ngày 20/11/2026, Ban đại diện tỉnh',
    ],
    [
      { source: 'resolution', paperNumber: '05/NQ-BĐD ngày 20/11/2026' },
      null,
      'Nghị quyết 05/NQ-BĐD ngày 20/11/2026',
    ],
  ] as const)('%o', (directive, minutesNumber, words) => {
    expect(originWords({ ...given, ...directive }, minutesNumber)).toBe(words);
  });

  it('a word of an address that is none narrows nothing', () => {
    expect(keyOfWord(PROGRESS_WORDS, 'tre')).toBe('late');
    expect(keyOfWord(PROGRESS_WORDS, 'toString')).toBeUndefined();
  });
});
