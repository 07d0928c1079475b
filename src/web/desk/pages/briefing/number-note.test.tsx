import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NumberNote } from './number-note.tsx';

const said = (text: string) => renderToStaticMarkup(<NumberNote text={text} />);

test('[GV141] a phone or identity number is told while it is typed, an amount or a day is not', () => {
  expect(said('Gọi anh Ba 0912 345 678')).toContain('ghi “…” thay số này');
  expect(said('CCCD 054123456789')).toContain('số giấy tờ');
  expect(said('Trả 38.500.000 đ trước 05/12/2026')).toBe('');
});
