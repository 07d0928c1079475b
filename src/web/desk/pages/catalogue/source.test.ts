import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { doubtsOf, isDoubtful, periodText } from './source.ts';

describe('the source of a value', () => {
  it('says its doubts apart from the name of the document', () => {
    expect(doubtsOf('NĐ 78/2002/NĐ-CP (chưa đối chiếu ngày hiệu lực)')).toEqual({
      document: 'NĐ 78/2002/NĐ-CP',
      doubts: ['chưa đối chiếu ngày hiệu lực'],
    });
    expect(doubtsOf('Mức 2,5 triệu từ tháng 12/2019; chưa đối chiếu văn bản')).toEqual({
      document: 'Mức 2,5 triệu từ tháng 12/2019',
      doubts: ['chưa đối chiếu văn bản'],
    });
    expect(doubtsOf('QĐ 05/2022/QĐ-TTg (chưa đối chiếu ngày hiệu lực); bảng tóm tắt, 2025').document).toBe(
      'QĐ 05/2022/QĐ-TTg; bảng tóm tắt, 2025',
    );
    expect(doubtsOf('NĐ 74/2019/NĐ-CP')).toEqual({ document: 'NĐ 74/2019/NĐ-CP', doubts: [] });
  });

  it('is doubtful when it says so, or when its document was not compared', () => {
    expect(isDoubtful({ document: 'QĐ 92/2009/QĐ-TTg', confidence: 'unsure' })).toBe(true);
    expect(isDoubtful({ document: 'A (chưa đối chiếu ngày hiệu lực)', confidence: 'found' })).toBe(true);
    expect(isDoubtful({ document: 'QĐ 15/QĐ-HĐQT', confidence: 'found' })).toBe(false);
  });

  it('names no first day where none is known', () => {
    expect(periodText(day('2019-03-01'), null)).toBe('từ 01/03/2019');
    expect(periodText(day('2018-01-01'), day('2023-12-31'))).toBe('01/01/2018–31/12/2023');
    expect(periodText(day('2000-01-01'), null)).toBe('chưa rõ từ ngày nào');
    expect(periodText(day('2000-01-01'), day('2026-10-31'))).toBe('đến 31/10/2026');
  });
});
