import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { PAPER_KIND_NAMES } from './paper-kinds.ts';
import { filled, type PlaceholderValues, unknownPlaceholders } from './placeholders.ts';
import { STANDARD_TEMPLATES, standardTemplate } from './standard-templates.ts';
import { type PaperTemplate, paperTemplate, templateFaults } from './template.ts';

const ON = day('2026-11-23');
const standard = standardTemplate('minutes', ON).template;
const faultsOf = (change: Partial<PaperTemplate>) =>
  templateFaults({ ...standard, ...change }, 'minutes').map(({ part, rule }) => [part, rule]);

const VALUES: PlaceholderValues = {
  'đơn vị': 'Phòng giao dịch Tuy Hòa',
  'nơi đơn vị': 'Tuy Hòa',
  xã: 'xã Bình Ngọc',
  'loại xã': 'xã',
  'tên xã': 'Bình Ngọc',
  điểm: 'Điểm 1',
  'nơi giao ban': 'xã Bình Ngọc',
  tháng: 'tháng 02 năm 2027',
  ngày: 'ngày 05 tháng 02 năm 2027',
};

describe('templates of papers', () => {
  it('[GV62] the templates of the product lack nothing and keep to the shape, on every day', () => {
    for (const kind of PAPER_KIND_NAMES)
      for (const { template } of STANDARD_TEMPLATES[kind]) {
        expect(templateFaults(template, kind)).toEqual([]);
        expect(paperTemplate.parse(template)).toEqual(template);
      }
  });

  it('[GV62] a part that is missing is named with its rule', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ issuer: [] })).toEqual([['Cơ quan ban hành', 'DO5']]);
    expect(faultsOf({ typeAbbreviation: '' })).toEqual([['Chữ viết tắt loại văn bản', 'DO3']]);
    expect(faultsOf({ issuerAbbreviation: 'NH CS' })).toEqual([['Chữ viết tắt cơ quan', 'DO1']]);
    expect(faultsOf({ issuerAbbreviation: 'UBND-VP' })).toEqual([]);
    expect(faultsOf({ opening: '' })).toEqual([['Lời mở đầu', 'GV62']]);
    expect(faultsOf({ recipients: ['Như trên'] })).toEqual([['Nơi nhận', 'DO9']]);
    expect(faultsOf({ signatures: [] })).toEqual([
      ['Bên ký', 'DO8'],
      ['Bên ký', 'GV62'],
    ]);
  });

  it('[GV62] minutes need no place, other papers do; a report needs its addressee', () => {
    expect(templateFaults({ ...standard, place: null }, 'minutes')).toEqual([]);
    expect(templateFaults({ ...standard, place: null }, 'conclusions').map(({ rule }) => rule)).toEqual([
      'DO2',
    ]);
    const report = standardTemplate('results', ON).template;
    expect(templateFaults({ ...report, addressees: [] }, 'results')).toMatchObject([{ part: 'Kính gửi' }]);
  });

  it('[GV61] the report goes to the committee that there is on its day', () => {
    const addresseeOn = (on: string) => standardTemplate('results', day(on)).template.addressees.join();
    expect(addresseeOn('2025-06-30')).toContain('cấp huyện');
    expect(addresseeOn('2025-07-01')).toBe('{Đơn vị} Ngân hàng Chính sách xã hội');
    expect(addresseeOn('2026-05-31')).toBe('{Đơn vị} Ngân hàng Chính sách xã hội');
    expect(addresseeOn('2026-06-01')).toContain('{xã}');
  });

  it('[GV63] places are filled in the case they are written in, and what fills them is not read again', () => {
    expect(filled('{xã}, {Xã}, {XÃ}, { xã }', VALUES)).toBe(
      'xã Bình Ngọc, Xã Bình Ngọc, XÃ BÌNH NGỌC, xã Bình Ngọc',
    );
    expect(filled('{xã}', { ...VALUES, xã: '{đơn vị}' })).toBe('{đơn vị}');
  });

  it('[GV63] a place that the product does not know is named', () => {
    expect(unknownPlaceholders('{xã} {huyện} {}')).toEqual(['{huyện}', '{}']);
    expect(faultsOf({ opening: 'Tại {huyện}' })).toEqual([['Lời mở đầu', 'GV63']]);
    expect(unknownPlaceholders('{constructor} {toString}')).toEqual(['{constructor}', '{toString}']);
  });

  it.each([
    ['{Đơn vị mời dự', 'có dấu { chưa đóng. Ghi dấu } ở cuối chỗ điền'],
    ['{xã} {ngày {tháng}', 'có dấu { chưa đóng. Ghi dấu } ở cuối chỗ điền'],
    ['xã} mời dự', 'có dấu } mà không có dấu { đứng trước. Ghi dấu { ở đầu chỗ điền, hoặc bỏ dấu }'],
  ])('[GV275] a brace that has no other is told as that, no place of a name: %s', (opening, problem) => {
    expect(templateFaults({ ...standard, opening }, 'minutes')).toEqual([
      { part: 'Lời mở đầu', rule: 'GV275', problem },
    ]);
  });
});
