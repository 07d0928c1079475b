import type { Vnd } from '../../../kernel/money.ts';

/** A number of loans and their đồng. */
type LoansAndVnd = { readonly loans: number; readonly amountVnd: Vnd };

const KINDS = [
  'opening',
  'new',
  'returned',
  'gone',
  'less',
  'more',
  'unchanged',
  'movedToOverdue',
  'movedToFrozen',
  'closing',
] as const;

/** A way a loan may have gone between two dates. */
export type MovementKind = (typeof KINDS)[number];

/** What became of the open loans of the date before, and whether the sums add up. */
export type Comparison = Readonly<Record<MovementKind, LoansAndVnd>> & { readonly addsUp: boolean };

const NOTHING: LoansAndVnd = { loans: 0, amountVnd: 0n };

/**
 * Puts the movements side by side [PF17]: opening + new − gone = closing in loans, and
 * opening + new − gone − less + more = closing in đồng.
 */
export function comparisonOf(
  movements: readonly (LoansAndVnd & { readonly kind: MovementKind })[],
): Comparison {
  const entries = KINDS.map((kind) => {
    const { loans, amountVnd } = movements.find((movement) => movement.kind === kind) ?? NOTHING;
    return [kind, { loans, amountVnd }] as const;
  });
  const parts = Object.fromEntries(entries) as Record<MovementKind, LoansAndVnd>;
  const loans = parts.opening.loans + parts.new.loans - parts.gone.loans;
  const amountVnd =
    parts.opening.amountVnd +
    parts.new.amountVnd -
    parts.gone.amountVnd -
    parts.less.amountVnd +
    parts.more.amountVnd;
  return { ...parts, addsUp: loans === parts.closing.loans && amountVnd === parts.closing.amountVnd };
}
