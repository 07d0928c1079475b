import { describe, expect, it } from 'vitest';
import { buildRules } from '../testing/build.ts';
import { LIST_NAMES, listTitle } from './list-names.ts';
import { ruleNumber } from './rules.ts';

const titlesUnder = (changes: Parameters<typeof buildRules>[0]) => {
  const rules = buildRules(changes);
  return (list: (typeof LIST_NAMES)[number]) => listTitle(list, (rule) => ruleNumber(rules, rule));
};

describe('the titles of lists', () => {
  it('[PF22] [PF25] [PF26] [PF27] [PF28] [PF29] [PF96] carry the days and months of the rules in force', () => {
    const title = titlesUnder({});
    expect(title('inactive_3_months')).toBe('Không giao dịch 3 tháng');
    expect(title('overdue_31_60')).toBe('Quá hạn 31–60 ngày');
    const later = titlesUnder({
      inactiveMonths: 4n,
      unpaidInterestMonths: 6n,
      freezeWatchCompulsoryDays: 90n,
      freezeWatchWarningDays: 150n,
      recentDisbursementDays: 45n,
      checkWatchMonths: 6n,
      ageBand1Days: 10n,
      ageBand2Days: 20n,
      ageBand5Days: 400n,
    });
    expect(
      (
        [
          ...['inactive_3_months', 'unpaid_interest_3_months', 'freeze_ends_within_120_days'],
          ...['freeze_ends_within_180_days', 'disbursed_last_30_days', 'disbursed_over_30_days'],
          ...['overdue_1_30', 'overdue_31_60', 'overdue_over_365'],
        ] as const
      ).map(later),
    ).toEqual([
      'Không giao dịch 4 tháng',
      'Lãi tồn từ 6 tháng',
      'Hết hạn khoanh trong 90 ngày, bắt buộc kiểm tra',
      'Hết hạn khoanh trong 150 ngày',
      'Giải ngân trong 45 ngày',
      'Giải ngân quá 45 ngày, chưa quá 6 tháng',
      'Quá hạn 1–10 ngày',
      'Quá hạn 11–20 ngày',
      'Quá hạn trên 400 ngày',
    ]);
  });

  it('[PF20] every list has one, and no two are the same', () => {
    const titles = LIST_NAMES.map(titlesUnder({}));
    expect(new Set(titles).size).toBe(LIST_NAMES.length);
  });
});
