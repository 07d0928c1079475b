import type { ReactElement } from 'react';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';

/** How many tasks; the number opens them. Nothing opens nothing. */
export function TaskCount(props: {
  readonly of: number;
  readonly isLate: boolean;
  readonly href: string;
}): ReactElement {
  if (props.of === 0) return <span className="zero">0</span>;
  const link = (
    <AppLink className="n" href={props.href}>
      {formatInteger(props.of)}
    </AppLink>
  );
  if (!props.isLate) return link;
  return (
    <Status tone="bad" icon="warning">
      {link}
    </Status>
  );
}
