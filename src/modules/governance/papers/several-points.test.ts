import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../domain/papers/paper-kinds.ts';
import { buildSources } from '../testing/build-sources.ts';
import { only, textOf } from '../testing/read-papers.ts';
import { writePapers } from './write-papers.ts';

const { minutes } = buildSources();
const POINT = { ...minutes.point, name: 'Vân Hòa' };
const ofSeveral = buildSources({ minutes: { point: { ...POINT, isOneOfSeveral: true } } });
const ofOne = buildSources({ minutes: { point: POINT } });

describe('papers of a commune with several points', () => {
  const AT = 'tại điểm giao dịch Vân Hòa, xã Bình Ngọc';

  it.each<[PaperKind, string, string]>([
    ['invitation', `Giao ban tháng 02 năm 2027 ${AT}`, 'Giao ban tháng 02 năm 2027 tại xã Bình Ngọc'],
    ['minutes', `Giao ban tháng 02 năm 2027 ${AT}`, 'Giao ban tháng 02 năm 2027 tại xã Bình Ngọc'],
    [
      'conclusions',
      `Kết luận giao ban tháng 02 năm 2027 ${AT}`,
      'Kết luận giao ban tháng 02 năm 2027 tại xã Bình Ngọc',
    ],
    [
      'assignment',
      'Thực hiện kết luận giao ban tháng 02 năm 2027 điểm Vân Hòa',
      'Thực hiện kết luận giao ban tháng 02 năm 2027',
    ],
    [
      'results',
      'Kết quả thực hiện kết luận giao ban tháng 01 năm 2027 điểm Vân Hòa',
      'Kết quả thực hiện kết luận giao ban tháng 01 năm 2027',
    ],
  ])('[GV264] %s: the title names the point, of one point the commune alone', (kind, several, one) => {
    expect(writePapers(ofSeveral, kind, 'list')[0]?.abstract).toBe(several);
    expect(writePapers(ofOne, kind, 'list')[0]?.abstract).toBe(one);
  });

  it('[GV264] the list of an invitation and the minutes that slips cite are named likewise', () => {
    expect(textOf(only(ofSeveral, 'invitation').annexes)).toContain(
      `Giao ban ngày 05 tháng 02 năm 2027 ${AT}`,
    );
    expect(writePapers(ofSeveral, 'assignment', 'list')[0]?.grounds).toEqual([
      `Căn cứ Biên bản giao ban số 05/BB-NHCS ngày 05 tháng 02 năm 2027 ${AT};`,
    ]);
  });

  it('[GV264] a report of which nothing came before names the point of its month', () => {
    expect(only({ ...ofSeveral, before: null }, 'results').abstract).toBe(
      'Kết quả thực hiện kết luận giao ban, kỳ tháng 02 năm 2027 điểm Vân Hòa',
    );
  });

  it('[GV256] the sentence before what a notice gives names the point as its title does, of one point the commune alone', () => {
    const said = (sources: typeof ofOne) => textOf(only(sources, 'conclusions').body);
    const month = 'giao ban tháng 02 năm 2027';
    expect(said(ofSeveral)).toContain(`${month} ${AT} kết luận như sau:`);
    expect(said(ofOne)).toContain(`${month} tại xã Bình Ngọc kết luận như sau:`);
  });

  it('[GV265] minutes and notice say that the figures are of the whole commune, of one point nothing', () => {
    const said = 'Số liệu sau đây là của toàn xã, không riêng điểm giao dịch Vân Hòa.';
    for (const kind of ['minutes', 'conclusions'] as const) {
      expect(textOf(only(ofSeveral, kind).body)).toContain(said);
      expect(textOf(only(ofOne, kind).body)).not.toContain('không riêng điểm');
    }
  });
});
