import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { RULES, type RuleName, type RuleScope, type ScopeKey, scopeKeys } from './rules.ts';

/** What a scope narrows to, in words. */
const SCOPE_WORDS: Readonly<Record<ScopeKey, string>> = {
  programme: 'chương trình',
  fundSource: 'nguồn vốn',
  office: 'phòng giao dịch',
};

/** A scope in words, as `chương trình 02, nguồn vốn 1`; '' for the whole country. */
export function scopeText(scope: RuleScope): string {
  return scopeKeys(scope)
    .map((key) => `${SCOPE_WORDS[key]} ${scope[key]}`)
    .join(', ');
}

/** A row may be narrowed only by what its rule is asked with: any other would decide nothing [PR10]. */
export function checkNarrowing(
  rule: RuleName,
  scope: RuleScope,
): Refusal<'ruleNotNarrowed' | 'overdueRateOfTerm'> | undefined {
  const { title, narrowedBy } = RULES[rule];
  const allowed: readonly ScopeKey[] = narrowedBy;
  const wrong = scopeKeys(scope).filter((key) => !allowed.includes(key));
  if (wrong.length === 0) return undefined;
  if (rule === 'overdueRatePercent' && wrong.includes('programme')) return refuse('overdueRateOfTerm');
  return refuse('ruleNotNarrowed', {
    rule: title,
    wrong: wrong.map((key) => SCOPE_WORDS[key]).join(', '),
    allowed:
      allowed.length === 0
        ? 'Nhập cho cả nước'
        : `Nhập cho cả nước, hoặc riêng theo ${allowed.map((key) => SCOPE_WORDS[key]).join(', ')}`,
  });
}
