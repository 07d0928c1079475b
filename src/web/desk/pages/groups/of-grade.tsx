import type { ReactElement } from 'react';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { BELOW_FAIR } from '../../paths.ts';

/** All groups, or those graded below Khá [GR9]: how many each way shows. */
export function OfGrade(props: {
  readonly counts: { readonly all: number; readonly weak: number };
  readonly only: typeof BELOW_FAIR | undefined;
  readonly hrefOf: (only: typeof BELOW_FAIR | undefined) => string;
}): ReactElement {
  const { counts, only, hrefOf } = props;
  return (
    <nav className="seg part-links no-print" aria-label="Xếp loại">
      <AppLink href={hrefOf(undefined)} aria-current={only === undefined ? 'true' : undefined}>
        Mọi tổ {formatInteger(counts.all)}
      </AppLink>
      <AppLink href={hrefOf(BELOW_FAIR)} aria-current={only === BELOW_FAIR ? 'true' : undefined}>
        Dưới Khá {formatInteger(counts.weak)}
      </AppLink>
    </nav>
  );
}
