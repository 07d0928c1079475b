import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { buildSources, withTemplate } from '../testing/build-sources.ts';
import { only, textOf } from '../testing/read-papers.ts';

describe('what came of the briefing before, in report and minutes', () => {
  it('[GV67] the report tells what came of each conclusion, or that nothing came before', () => {
    const { before } = buildSources();
    const [result] = before?.results ?? [];
    if (!before || !result) throw new Error('the sample has no results');
    const late = {
      ...result,
      state: 'unreported' as const,
      report: null,
      lateDays: 4,
      insteadOf: 'Người cũ',
    };
    const sources = buildSources({ before: { ...before, results: [result, late] } });
    const text = textOf(only(sources, 'results').body);
    expect(text).toContain(
      'Giao 2 việc; xong 0 việc, đạt 0%; đã báo cáo, chờ nhận kết quả 1 việc; chưa có báo cáo 1 việc; đã trễ, còn phải làm 1 việc.',
    );
    expect(text).toContain('Đã kiểm tra các món mới giải ngân (kèm 2 tệp)');
    expect(text).toMatch(/\(chuyển từ Người cũ\).*Chưa có báo cáo, trễ 4 ngày/);
    expect(textOf(only(buildSources(), 'results').body)).not.toMatch(/trễ, còn phải làm/);
    expect(textOf(only(buildSources({ before: null }), 'results').body)).toContain(
      'chưa có kết luận nào phải báo cáo',
    );
  });

  it('[GV197] the report says to which day it counts before closing words of the office’s own, once without them', () => {
    const countedTo = 'Tình trạng các việc tính đến ngày 05 tháng 02 năm 2027';
    const own = withTemplate(buildSources(), 'results', { closing: 'Kính báo cáo.' });
    const told = textOf(only(own, 'results').body);
    expect(told).toContain(`${countedTo}.`);
    expect(told.indexOf(countedTo)).toBeLessThan(told.indexOf('Kính báo cáo./.'));
    expect(textOf(only(buildSources(), 'results').body).split(countedTo)).toHaveLength(2);
  });

  it('[GV67] minutes begin with the same; those closed before it was kept do without', () => {
    const { before } = buildSources();
    const told = textOf(only(buildSources({ minutes: { before } }), 'minutes').body);
    expect(told).toContain('Kết quả thực hiện kết luận giao ban ngày 06 tháng 01 năm 2027');
    expect(told).toContain('Đã báo cáo, chờ nhận kết quả. Báo cáo 02/02/2027');
    expect(textOf(only(buildSources(), 'minutes').body)).not.toContain('Kết quả thực hiện kết luận');
    const ofNone = textOf(
      only(buildSources({ minutes: { before: { heldOn: day('2027-01-06'), results: [] } } }), 'minutes').body,
    );
    expect(ofNone).toContain('Giao ban ngày 06 tháng 01 năm 2027 không có kết luận.');
  });

  it('[GV88] minutes and report tell what is left of the months before, counted apart; where nothing is they say nothing', () => {
    const { before } = buildSources();
    const [result] = before?.results ?? [];
    if (!before || !result) throw new Error('the sample has no results');
    const longest = [{ ...result, text: 'Việc cũ', lateDays: 9, givenOn: day('2026-12-05') }];
    const earlier = { unfinished: 3, late: 1, lateBy: [], longest };
    for (const results of [before.results, []]) {
      const told = { ...before, results, earlier };
      const sources = buildSources({ before: told, minutes: { before: told } });
      for (const kind of ['results', 'minutes'] as const)
        expect(textOf(only(sources, kind).body)).toMatch(
          /Còn 3 việc của các kỳ trước, 1 việc trễ; 1 việc chờ lâu nhất:.*Việc cũ.*Giao ban 05\/12\/2026\. Đã báo cáo, chờ nhận kết quả, trễ 9 ngày/u,
        );
    }
    const sources = buildSources({ minutes: { before } });
    for (const kind of ['results', 'minutes'] as const)
      expect(textOf(only(sources, kind).body)).not.toContain('các kỳ trước');
  });
});
