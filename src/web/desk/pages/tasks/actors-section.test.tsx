import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActorsTable, notGoneWords } from './actors-section.tsx';
import type { Overview } from './task.ts';

const counts = { given: 3, done: 1, waiting: 0, late: 2, returned: 0 };
const overview = { since: '2025-11-23', hasMail: false, actors: [], total: counts } as unknown as Overview;

test.each([
  ['máy chủ thư không nhận địa chỉ này', null, 'không gửi: máy chủ thư không nhận địa chỉ này'],
  [
    'chưa kết nối được máy chủ thư',
    '2026-12-08T01:30:00.000Z',
    'chưa gửi được: chưa kết nối được máy chủ thư; gửi lại lúc 08:30 ngày 08/12/2026',
  ],
  [null, '2026-12-08T00:00:00.000Z', 'sẽ gửi từ 07:00 ngày 08/12/2026'],
])('[GV225] a reminder that has not gone for %s, next at %s, is told as “%s”', (problem, nextAt, words) => {
  expect(notGoneWords({ toName: 'Bà Mai', problem, nextAt })).toBe(`thư nhắc Bà Mai ${words}`);
});

test('[GV38] every total that is not zero opens its list of the whole commune, since the day the overview counts from', () => {
  const html = renderToStaticMarkup(<ActorsTable overview={overview} communeCode="540101" />);
  const links = [...html.matchAll(/href="([^"]*)"[^>]*>(\d+)</g)].map(([, href, number]) => [href, number]);
  expect(links).toEqual([
    ['/viec?xa=540101&amp;loc=tat-ca&amp;tu=2025-11-23', '3'],
    ['/viec?xa=540101&amp;loc=xong&amp;tu=2025-11-23', '1'],
    ['/viec?xa=540101&amp;loc=tre&amp;tu=2025-11-23', '2'],
  ]);
});

test('[GV241] an office that nobody holds says so, of one that somebody holds nothing is said', () => {
  const actor = {
    ...{ seat: 'associationHead:12', name: 'Hội LHPN', ...counts, lateSince: null, reminder: null },
    isMailed: true,
  };
  const htmlOf = (isVacant: boolean) => {
    const of = { ...overview, actors: [{ ...actor, isVacant }] } as unknown as Overview;
    return renderToStaticMarkup(<ActorsTable overview={of} communeCode="540101" />);
  };
  expect(htmlOf(true)).toContain('chưa có người giữ, không nhắc được ai');
  expect(htmlOf(false)).not.toContain('không nhắc được ai');
});
