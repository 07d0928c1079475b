import { expect, test } from 'vitest';
import { printWords } from './print-note.tsx';

test('[DO20] letters that no paper prints are named, a few of many', () => {
  expect(printWords([])).toBe('');
  expect(printWords(['😀'])).toBe('Ký tự “😀” không in được trên văn bản, chỗ ấy in dấu □.');
  expect(printWords([...'漢字喃𠊛越南'])).toBe(
    'Ký tự “漢”, “字”, “喃”, “𠊛”, “越”… không in được trên văn bản, chỗ ấy in dấu □.',
  );
});
