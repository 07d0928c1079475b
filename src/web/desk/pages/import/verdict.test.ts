import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Batch, Preview } from './batch-state.ts';
import { Verdict } from './verdict.tsx';

const batch = { batchId: 'b1', state: 'ready', dataDate: '2026-10-31', faults: [] } as unknown as Batch;
const preview = {
  ...{
    dataDate: '2026-10-31',
    standingVersionNumber: 1,
    versionNumber: 2,
    droppedFiles: [],
    communes: [],
    missingCommunes: [],
  },
  programmes: { unknown: [], farRates: [] },
  headOffice: { differences: [{ measure: 'outstanding', difference: -1_000_000n }] },
} as unknown as Preview;

/** The words at the foot of the preview. */
function wordsOf(props: Partial<Parameters<typeof Verdict>[0]>): string {
  const whole = { batch, preview, blocks: [], lastTry: null, ...props };
  return renderToStaticMarkup(createElement(Verdict, whole)).replaceAll(/<[^>]+>/g, ' ');
}

it('[PF15] [PF2] before the press it says what differs, by how much, and what is replaced', () => {
  const words = wordsOf({});
  expect(words).toContain('Không có lỗi chặn.');
  expect(words).toContain('1 ô của Hội sở chênh với số cộng từ tệp, tổng chênh 1.000.000 đ');
  expect(words).toContain('đang có lần ghi 1: ghi sẽ thay bằng lần ghi 2');
});

it('[PF92] a note leads to the cells or loans it speaks of, at the commune and rate it names', () => {
  const loans = { loans: 12, outstandingVnd: 600_000_000n };
  const farRates = [{ programmeCode: '01', rateBpsPerYear: 990, nearestBps: 660, ...loans }];
  const communes = [{ communeCode: '540101', communeName: 'Xã Mẫu', differenceVnd: -5n }];
  const noted = { ...preview, communes, programmes: { unknown: [], farRates } } as unknown as Preview;
  const whole = { batch, preview: noted, blocks: [], lastTry: null };
  const html = renderToStaticMarkup(createElement(Verdict, whole));
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'))).toEqual([
    '/nhap/b1/hoi-so?loc=chenh',
    '/nhap/b1/unexplained?xa=540101',
    '/nhap/b1/loans?ct=01&lai=990',
  ]);
});

it('[PF5] beside what blocks the publication, notes are left out', () => {
  const block = { key: 'noLoans', code: 'noLoans', fileId: null, text: 'Không có món vay.', others: [] };
  const words = wordsOf({ blocks: [block] });
  expect(words).toContain('Không có món vay.');
  expect(words).not.toContain('Hội sở');
});
