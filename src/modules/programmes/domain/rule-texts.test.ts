import { describe, expect, it } from 'vitest';
import { ruleTitle, ruleValueText } from './rule-texts.ts';
import { RULES } from './rules.ts';

describe('the value of a rule', () => {
  it.each([
    ['freezeWatchCompulsoryDays', 120n, '120 ngày'],
    ['inactiveMonths', 3n, '3 tháng'],
    ['identityRenewalAge1', 25n, '25 tuổi'],
    ['overdueRatePercent', 130n, '130%'],
    ['overdueShareRedBps', 50n, '0,5%'],
    ['frozenShareRedBps', 100n, '1%'],
    ['dueConcentrationBps', 3000n, '30%'],
    ['localFundProvisionBps', 75n, '0,75%'],
    ['unpaidInterestPointVnd', 500_000n, '500.000 đ'],
    ['oldIdentityVoidFrom', 20250101n, '01/01/2025'],
  ])('of %s is read %s as %s', (rule, value, text) => {
    expect(ruleValueText(rule, value)).toBe(text);
  });

  it('is never shown with an English unit', () => {
    for (const rule of Object.keys(RULES)) expect(ruleValueText(rule, 20260301n)).not.toMatch(/[a-z]{5}/);
  });

  it('of a rule this desk does not know is shown as it is', () => {
    expect([ruleTitle('newRule'), ruleValueText('newRule', 1200n)]).toEqual(['newRule', '1.200']);
  });
});
