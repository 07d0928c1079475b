import type { ReactElement } from 'react';
import type { Vnd } from '../../../kernel/money.ts';
import { formatVnd } from '../format.ts';
import { NumberLink } from './number-link.tsx';

/**
 * Money in lists and forms: `1.234.567 đ`, a link to its list when it has one. Unknown says so and is never 0.
 *
 * @param amountVnd whole đồng, or null when it is not known
 */
export function Money(props: {
  readonly amountVnd: Vnd | null;
  readonly href?: string | undefined;
  readonly unknown?: string;
}): ReactElement {
  if (props.amountVnd === null) return <span className="faint">{props.unknown ?? 'chưa có số'}</span>;
  return (
    <NumberLink href={props.href} isZero={props.amountVnd === 0n}>
      {formatVnd(props.amountVnd)}
    </NumberLink>
  );
}
