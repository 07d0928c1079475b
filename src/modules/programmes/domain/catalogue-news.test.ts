import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Catalogue, catalogueNews } from './catalogue-news.ts';
import type { RuleValue } from './rules.ts';

const id = (n: number) => `00000000-0000-8000-8000-00000000000${n}` as Id;
const source = { validTo: null, document: 'NĐ 338/2025/NĐ-CP', confidence: 'found' } as const;

const programme: Catalogue['programmes'][number] = {
  ...source,
  ...{ id: id(1), name: 'Hỗ trợ tạo việc làm' },
  validFrom: day('2015-01-01'),
};
const before: Catalogue['terms'][number] = {
  ...source,
  ...{ programmeId: id(1), variant: 'Người lao động', rateBpsPerYear: 792, capVnd: 100_000_000n },
  ...{ capNote: null, longestTermMonths: 120, instalmentSpacingMonths: null, overdueFactorPercent: 130 },
  validFrom: day('2019-11-08'),
  validTo: day('2026-10-31'),
};
const term = {
  ...before,
  ...{ capVnd: 200_000_000n, validFrom: day('2026-11-01'), validTo: null },
};
const rule = (validFrom: string, value: bigint, more: Partial<RuleValue> = {}): RuleValue => ({
  ...source,
  ...{ id: id(4), rule: 'inactiveMonths', scope: {}, value, validFrom: day(validFrom), enteredAt: null },
  ...more,
});

const news = (catalogue: Partial<Catalogue>, period = {}) =>
  catalogueNews(
    { programmes: [programme], terms: [before], fundSources: [], rules: [], ...catalogue },
    { after: day('2026-10-23'), until: day('2026-11-23'), officeCode: '005401', ...period },
  );

describe('[GV140] the news of the catalogue', () => {
  it('tell of a term what it changes, its day and its document', () => {
    expect(news({ terms: [term, before] })).toEqual([
      'Hỗ trợ tạo việc làm, Người lao động: mức vay đến 200 triệu đồng, từ 01/11/2026 (NĐ 338/2025/NĐ-CP).',
    ]);
    expect(news({ terms: [{ ...term, variant: 'Mới' }] })).toEqual([
      'Hỗ trợ tạo việc làm, Mới: lãi suất 7,92%/năm, mức vay đến 200 triệu đồng, thời hạn đến 120 tháng, lãi suất nợ quá hạn 130% lãi suất vay, từ 01/11/2026 (NĐ 338/2025/NĐ-CP).',
    ]);
  });

  it('tell of a rule the value before, and of what is unsure that it is', () => {
    const rows = [rule('2000-01-01', 3n), rule('2026-11-10', 2n, { confidence: 'unsure' })];
    expect(news({ rules: rows })).toEqual([
      'Không giao dịch: quá 2 tháng (trước 3 tháng), từ 10/11/2026 (NĐ 338/2025/NĐ-CP; chưa chắc, cần kiểm tra).',
    ]);
  });

  it('begin on the day after the briefing before and end with this one', () => {
    const of = (validFrom: string) => news({ rules: [rule(validFrom, 2n)] }).length;
    expect(['2026-10-23', '2026-10-24', '2026-11-23', '2026-11-24'].map(of)).toEqual([0, 1, 1, 0]);
  });

  it('leave out what no longer counts, what another office has for itself, and how the product works', () => {
    expect(news({ rules: [rule('2026-11-01', 2n, { validTo: day('2026-11-22') })] })).toEqual([]);
    expect(news({ rules: [rule('2026-11-01', 2n, { scope: { office: '005402' } })] })).toEqual([]);
    expect(news({ rules: [rule('2026-11-01', 2n, { scope: { office: '005401' } })] })).toHaveLength(1);
    expect(news({ rules: [rule('2026-11-01', 2n, { rule: 'mailPerHour' })] })).toEqual([]);
  });

  it('stand in the order of their days, new programmes and capital among them', () => {
    const fund = { ...source, name: 'Vốn tỉnh ủy thác', validFrom: day('2026-11-02') };
    const opened = { ...programme, name: 'Nhà ở xã hội', validFrom: day('2026-11-05') };
    expect(news({ programmes: [programme, opened], terms: [term], fundSources: [fund] })).toMatchObject([
      expect.stringContaining('Người lao động'),
      'Nguồn vốn mới: Vốn tỉnh ủy thác, từ 02/11/2026 (NĐ 338/2025/NĐ-CP).',
      'Chương trình mới: Nhà ở xã hội, từ 05/11/2026 (NĐ 338/2025/NĐ-CP).',
    ]);
  });
});
