import type { BusinessDate } from '../../../kernel/dates.ts';
import { formatInteger } from '../../../kernel/money.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { RULES, type RuleName, type RuleScope, type RuleUnit, type RuleValue, sameScope } from './rules.ts';
import { isInForce } from './succession.ts';

type Limits = { readonly least: bigint; readonly most: bigint };

/** What a value of a unit can be at all; a day is checked as a day. */
const LIMITS: Readonly<Record<Exclude<RuleUnit, 'day'>, Limits>> = {
  minutes: { least: 0n, most: 720n },
  months: { least: 1n, most: 120n },
  days: { least: 1n, most: 3_660n },
  years: { least: 0n, most: 120n },
  age: { least: 14n, most: 120n },
  percent: { least: 100n, most: 300n },
  bps: { least: 0n, most: 10_000n },
  vnd: { least: 1n, most: 1_000_000_000n },
  points: { least: 0n, most: 100n },
  members: { least: 1n, most: 200n },
  customers: { least: 2n, most: 100n },
  rank: { least: 1n, most: 9n },
  mails: { least: 1n, most: 10_000n },
  hour: { least: 0n, most: 23n },
  level: { least: 0n, most: 2n },
  chair: { least: 1n, most: 2n },
};

/** Rules that what is computed with them narrows further than their unit does. */
const OWN_LIMITS: Readonly<Partial<Record<RuleName, Limits>>> = {
  interestDayBasis: { least: 360n, most: 366n },
};

/** Rules whose values must rise in this order: classes, ages and grades that would otherwise be empty or overlap. */
const RISING: readonly (readonly RuleName[])[] = [
  ['ageBand1Days', 'ageBand2Days', 'ageBand3Days', 'ageBand4Days', 'ageBand5Days'],
  ['freezeWatchCompulsoryDays', 'freezeWatchWarningDays'],
  ['identityRenewalAge1', 'identityRenewalAge2', 'identityRenewalAge3'],
  ['groupMembersLeast', 'groupMembersMost'],
  ['uploadLateDays', 'uploadVeryLateDays'],
  ['gradeAveragePoints', 'gradeFairPoints', 'gradeGoodPoints'],
  ['dueConcentrationBps', 'dueConcentrationHighBps'],
];

/** The least and the most a rule's value may be; undefined where the value is a day. */
export function limitsOf(rule: RuleName): Limits | undefined {
  const { unit } = RULES[rule];
  return OWN_LIMITS[rule] ?? (unit === 'day' ? undefined : LIMITS[unit]);
}

/** A value the rule can be computed with, or why it is none [PR7]. */
export function checkLimits(rule: RuleName, value: bigint): Refusal<'valueOutOfRange'> | undefined {
  const limits = limitsOf(rule);
  if (!limits || (value >= limits.least && value <= limits.most)) return undefined;
  const { least, most } = limits;
  return refuse('valueOutOfRange', {
    rule: RULES[rule].title,
    ...{ least: formatInteger(least), most: formatInteger(most) },
  });
}

type Entered = Pick<RuleValue, 'rule' | 'scope' | 'value' | 'validFrom'>;

/** Values that must rise still do, on the day the new one begins and on each later day a neighbour changes [PR7]. */
export function checkRising(
  rows: readonly RuleValue[],
  entered: Entered,
): Refusal<'valuesNotRising'> | undefined {
  const chain = RISING.find((rules) => rules.includes(entered.rule));
  if (!chain) return undefined;
  const place = chain.indexOf(entered.rule);
  const later = rows.filter((row) => chain.includes(row.rule) && row.validFrom > entered.validFrom);
  const days = new Set([entered.validFrom, ...later.map((row) => row.validFrom)]);
  for (const onDate of days)
    for (const [index, rule] of chain.entries()) {
      const neighbour =
        rule === entered.rule ? undefined : valueOn(rows, { rule, scope: entered.scope, onDate });
      if (neighbour === undefined) continue;
      if (index < place ? neighbour < entered.value : neighbour > entered.value) continue;
      return refuse('valuesNotRising', {
        ...{ rule: RULES[entered.rule].title, value: formatInteger(entered.value) },
        order: index < place ? 'lớn hơn' : 'nhỏ hơn',
        ...{ other: RULES[rule].title, otherValue: formatInteger(neighbour) },
      });
    }
  return undefined;
}

/** The value in force for this scope, or for the whole country where it has none of its own. */
function valueOn(
  rows: readonly RuleValue[],
  { rule, scope, onDate }: { rule: RuleName; scope: RuleScope; onDate: BusinessDate },
): bigint | undefined {
  const inForce = rows.filter((row) => row.rule === rule && isInForce(row, onDate));
  const own = inForce.find((row) => sameScope(row.scope, scope));
  return (own ?? inForce.find((row) => sameScope(row.scope, {})))?.value;
}
