import type { ReactElement } from 'react';
import type { Vnd } from '../../../../kernel/money.ts';
import { formatInteger, formatSigned } from '../../../shared/format.ts';

/** An amount in a column headed in đồng: zero is grey, what is not known is a dash; a difference keeps its sign. */
export function Dong(props: { readonly amountVnd: Vnd | null; readonly isSigned?: boolean }): ReactElement {
  const { amountVnd } = props;
  if (amountVnd === null) return <span className="faint">–</span>;
  if (amountVnd === 0n) return <span className="zero">0</span>;
  return (
    <span className="nowrap">{props.isSigned ? formatSigned(amountVnd) : formatInteger(amountVnd)}</span>
  );
}
