import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AddressOf } from './address-of.tsx';
import type { Recipient } from './invitations.ts';
import { ToldOf } from './invitations-table.tsx';

const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '|')
    .split('|')
    .filter((words) => words.trim() !== '');

const MAI = { fullName: 'Trần Thị Mai', address: 'mai@xa.vn', unusedAddresses: [] };

test.each<[string, Partial<typeof MAI> | { address: null } | { unusedAddresses: string[] }, string[]]>([
  ['the one that is known', {}, ['mai@xa.vn']],
  ['none yet', { address: null }, ['Thêm địa chỉ thư']],
  [
    'of several that nothing goes to the others',
    { unusedAddresses: ['phunu@xa.vn', 'thon@xa.vn'] },
    ['mai@xa.vn', 'Không gửi đến phunu@xa.vn, thon@xa.vn đã ghi ở chức vụ khác của người này.'],
  ],
])('[GV220] beside a person stands %s', (_, known, expected) => {
  const html = renderToStaticMarkup(
    <AddressOf recipient={{ ...MAI, ...known }} onChange={() => undefined} />,
  );
  expect(wordsOf(html)).toEqual(expected);
  // Once nobody is invited any more there is nothing to change.
  expect(renderToStaticMarkup(<AddressOf recipient={{ ...MAI, ...known }} />)).not.toContain('<button');
});

type Told = NonNullable<Recipient['cancellation']>;

const TOLD = { sentAt: null, problem: null, nextAt: null, toldAt: null, toldByName: null };

test.each<[string, Pick<Told, 'state'> & Partial<Told>, string[]]>([
  [
    '[GV224] may have come',
    { state: 'unsure', problem: 'mất kết nối giữa chừng, chưa rõ thư đã đi chưa' },
    ['Chưa rõ thư báo đã đến chưa, cần báo trực tiếp', 'Vì mất kết nối giữa chừng, chưa rõ thư đã đi chưa. '],
  ],
  [
    '[GV223] was taken back since the meeting is prepared again',
    { state: 'withdrawn' },
    ['Đã rút lại thư báo vì chuẩn bị lại giao ban'],
  ],
])('of a mail that says that a meeting is not held it is said that it %s', (_, told, expected) => {
  const html = renderToStaticMarkup(
    <ToldOf recipient={{ invitation: null, cancellation: { ...TOLD, ...told } }} />,
  );
  expect(wordsOf(html)).toEqual(expected);
});
