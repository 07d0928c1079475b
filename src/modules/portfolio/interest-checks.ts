import type { z } from 'zod';
import { type BusinessDate, daysBetween } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { NOT_CHECKABLE } from './contract.ts';
import { accrualLoans, type CheckedLoan } from './db/accrual-loans.ts';
import { checkAccrual, type InterestCheck } from './domain/interest-check.ts';
import type { AccrualRules, MonthAccrual } from './domain/month-accrual.ts';
import { type LoanKind, type PortfolioRule, type RuleRow, type RuleRows, rowFor } from './domain/rules.ts';
import type { ruleRow } from './domain/shapes.ts';

/** A loan with what the check says of it. */
export type LoanCheck = CheckedLoan & { readonly check: InterestCheck };

/** Checks the open loans of one commune at a date, by contract: one commune at a time bounds what is held in memory. */
export async function checksOf(
  tx: Tx,
  asked: {
    readonly communeId: Id;
    readonly dataDate: BusinessDate;
    readonly contractNo?: string | undefined;
    readonly after?: string | undefined;
  },
  rules: RuleRows,
): Promise<LoanCheck[]> {
  return (await accrualLoans(tx, asked)).map((loan) => ({
    ...loan,
    check: checkAccrual(loan, accrualRules(rules, loan)),
  }));
}

/** The numbers of the rules that a loan's interest follows: its programme's own factor before the general one [PF10]. */
export function accrualRules(rules: RuleRows, loan: Required<LoanKind>): AccrualRules {
  return {
    overdueRatePercent: rowFor(rules, 'overdueRatePercent', loan).value,
    interestDayBasis: rules.interestDayBasis.value,
  };
}

/** The fields by which a check is told: result, the file's đồng, ours, or why there are none. */
export function toldCheck({ check, fileVnd }: LoanCheck) {
  const isKnown = check.result !== 'notCheckable';
  return {
    result: check.result,
    fileVnd,
    oursVnd: isKnown ? check.accrual.totalVnd : null,
    reason: isKnown ? null : check.reason,
    reasonText: isKnown ? null : NOT_CHECKABLE[check.reason],
  };
}

/** An accrual as it is derived: each stretch with its days, and the dated rows of the rules. */
export function derivationOf(
  accrual: MonthAccrual,
  loan: Required<LoanKind> & { readonly rateBpsPerYear: number },
  rules: RuleRows,
) {
  const { inTermVnd, overdueVnd, totalVnd } = accrual;
  return {
    rateBpsPerYear: loan.rateBpsPerYear,
    segments: accrual.segments.map((part) => ({ ...part, days: daysBetween(part.from, part.to) })),
    inTermVnd,
    overdueVnd,
    totalVnd,
    ruleRows: (['interestDayBasis', 'overdueRatePercent'] as const).map((rule) =>
      toldRow(rule, rowFor(rules, rule, loan)),
    ),
  };
}

/** A dated row as an answer tells it. */
export function toldRow(rule: PortfolioRule, row: RuleRow): z.output<typeof ruleRow> {
  const { id, value, document, validFrom, confidence, narrowedTo } = row;
  return { id, rule, value: value.toString(), document, validFrom, confidence, narrowedTo };
}
