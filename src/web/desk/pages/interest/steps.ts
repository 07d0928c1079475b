import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatInteger, type Vnd } from '../../../../kernel/money.ts';
import type { explainNextSession } from '../../../../modules/portfolio/contract.ts';
import { overdueRate, rateOfBps, type YearlyRate } from '../../../../modules/portfolio/domain/interest.ts';

/** How interest came about, as the server tells it. */
export type Derivation = OutputOf<typeof explainNextSession>['derivation'];

/** One part of the interest as a sum that can be done again by hand. */
export type InterestStep = {
  readonly part: 'inTerm' | 'overdue';
  /** Balances and their days, those that bear nothing left out. */
  readonly products: readonly { readonly balanceVnd: Vnd; readonly days: number }[];
  /** Σ balance × days, in đồng-days. */
  readonly balanceDays: bigint;
  /** `6,6%`, of overdue debt `6,6% × 130%`. */
  readonly rateText: string;
  /** `365`. */
  readonly dayBasis: string;
  /** What comes out before rounding, cut after two places: `280.273,97`. */
  readonly unrounded: string;
  /** Rounded half up to the đồng [PF10]. */
  readonly amountVnd: Vnd;
};

/** The sums behind a derivation: the in-term part, the overdue part, each only where a balance stood. */
export function stepsOf(derivation: Derivation): readonly InterestStep[] {
  const { rateBpsPerYear } = derivation;
  const rate = rateOfBps(rateBpsPerYear);
  const overduePercent = ruleValue(derivation, 'overdueRatePercent');
  const contractText = `${percentText(rateBpsPerYear)}%`;
  return [
    step(derivation, 'inTerm', { rate, rateText: contractText, amountVnd: derivation.inTermVnd }),
    step(derivation, 'overdue', {
      rate: overdueRate(rate, overduePercent),
      rateText: `${contractText} × ${overduePercent}%`,
      amountVnd: derivation.overdueVnd,
    }),
  ].filter((one) => one.products.length > 0);
}

function step(
  derivation: Derivation,
  part: InterestStep['part'],
  of: { readonly rate: YearlyRate; readonly rateText: string; readonly amountVnd: Vnd },
): InterestStep {
  const balance = part === 'inTerm' ? 'inTermVnd' : 'overdueVnd';
  const products = derivation.segments
    .map((segment) => ({ balanceVnd: segment[balance], days: segment.days }))
    .filter(({ balanceVnd, days }) => balanceVnd > 0n && days > 0);
  const balanceDays = products.reduce((sum, { balanceVnd, days }) => sum + balanceVnd * BigInt(days), 0n);
  const dayBasis = ruleValue(derivation, 'interestDayBasis');
  const hundredths = (balanceDays * of.rate.numerator * 100n) / (of.rate.denominator * dayBasis);
  return {
    part,
    products,
    balanceDays,
    rateText: of.rateText,
    dayBasis: dayBasis.toString(),
    unrounded: `${formatInteger(hundredths / 100n)},${(hundredths % 100n).toString().padStart(2, '0')}`,
    amountVnd: of.amountVnd,
  };
}

/** @throws Error when the server names no row of a rule that interest follows */
function ruleValue({ ruleRows }: Derivation, rule: string): bigint {
  const row = ruleRows.find((candidate) => candidate.rule === rule);
  if (row === undefined) throw new Error(`a derivation without ${rule}`);
  return BigInt(row.value);
}

/** `6,6` from 660, `7,92` from 792. */
function percentText(bps: number): string {
  const places = String(bps % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(bps / 100)}${places === '' ? '' : `,${places}`}`;
}
