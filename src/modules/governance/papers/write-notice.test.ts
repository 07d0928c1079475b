import { expect, it } from 'vitest';
import { buildSources } from '../testing/build-sources.ts';
import { writePapers } from './write-papers.ts';

it('[GV60] the notice names the villages of its point, where minutes keep them', () => {
  const { point } = buildSources().minutes;
  const noticeOf = (villages?: readonly string[]) => {
    const minutes = { point: { ...point, ...(villages && { villages }) } };
    return JSON.stringify(writePapers(buildSources({ minutes }), 'conclusions', 'list'));
  };
  expect(noticeOf(['Thôn Ngọc Lãng', 'Thôn Ngọc Phước 1'])).toContain(
    ', phục vụ Thôn Ngọc Lãng, Thôn Ngọc Phước 1. ',
  );
  expect(noticeOf()).not.toContain('phục vụ');
});
