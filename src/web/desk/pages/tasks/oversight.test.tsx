import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Me, MeProvider } from '../../session.tsx';
import { overseenNote } from './my-work.tsx';
import { type Overseen, Oversight } from './oversight.tsx';

const communes = ['540101', '540102', '540103', '540104', '540105', '540106'].map((code) => ({
  ...{ id: `id-${code}`, code, name: `Xã ${code}` },
}));
const me = { communes } as unknown as Me;
const counts = communes.map(({ id }, index) => ({ communeId: id, waiting: index, late: 6 - index }));

/** The links of what is shown, each with its words. */
function linksOf(overseen: unknown, isOfOne: boolean): readonly (readonly string[])[] {
  const html = renderToStaticMarkup(
    <MeProvider me={me}>
      <Oversight overseen={overseen as Overseen} isOfOne={isOfOne} />
    </MeProvider>,
  );
  return [...html.matchAll(/href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href = '', words = '']) => [
    href.replaceAll('&amp;', '&'),
    words,
  ]);
}

test('[GV127] of one commune the reports that wait and the late ones lead to their lists', () => {
  const overseen = { waiting: 11, late: 4, communes: [{ ...counts[0], waiting: 11, late: 4 }], latest: [] };
  expect(linksOf(overseen, true)).toEqual([
    ['/viec?xa=540101&loc=cho-nhan', '11 báo cáo chờ nhận kết quả'],
    ['/viec?xa=540101&loc=tre', 'Xem cả 4 việc trễ hạn'],
  ]);
});

test('[GV127] of several each has its line and numbers, five of them before somebody asks; nothing opens nothing', () => {
  const links = linksOf({ waiting: 15, late: 21, communes: counts, latest: [] }, false);
  expect(links.slice(0, 5)).toEqual([
    ['/viec?xa=540101', 'Xã 540101'],
    ['/viec?xa=540101&loc=tre', '6'],
    ['/viec?xa=540102', 'Xã 540102'],
    ['/viec?xa=540102&loc=cho-nhan', '1'],
    ['/viec?xa=540102&loc=tre', '5'],
  ]);
  expect(links.map(([, words]) => words).filter((words) => words?.startsWith('Xã'))).toHaveLength(5);
  expect(overseenNote({ waiting: 15, late: 0 })).toBe('đã giao: 15 báo cáo chờ nhận');
});
