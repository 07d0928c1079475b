import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { PolicyNewsLine } from './policy-news.tsx';

const said = (told: Parameters<typeof PolicyNewsLine>[0]['told']) =>
  renderToStaticMarkup(<PolicyNewsLine told={told} />).replace(/<[^>]+>/g, '|');

test('[GV146] what is new of policies is counted in one line that opens it; what is left out is counted too', () => {
  const since = day('2026-10-23');
  expect(said({ since, count: 1, news: ['Mức vay mới'] })).toBe(
    '||Chính sách mới từ giao ban 23/10/2026: 1 thay đổi|||Mức vay mới|||',
  );
  expect(said({ since: null, count: 3, news: ['Một', 'Hai'] })).toContain(
    'Chính sách mới trong tháng qua: 3 thay đổi|||Một||Hai||Còn 1 thay đổi khác',
  );
});

test('[GV146] where nothing is new there is no line', () =>
  expect(said({ since: null, count: 0, news: [] })).toBe(''));
