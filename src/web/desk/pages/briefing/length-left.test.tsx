import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LengthLeft } from './length-left.tsx';

const said = (letters: number) => renderToStaticMarkup(<LengthLeft text={'a'.repeat(letters)} />);

test.each([
  [1799, /^$/],
  [1800, /Còn 200 ký tự \(tối đa 2000\)/],
  [2000, /Còn 0 ký tự/],
  [2001, /Dài quá 1 ký tự/],
])('a conclusion of %i letters says what is left', (letters, words) => expect(said(letters)).toMatch(words));
