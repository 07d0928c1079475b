import type { ReactElement } from 'react';
import { PART_KINDS, partWords } from '../../../../modules/portfolio/domain/part-nouns.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import type { PartKind } from '../../parts.ts';
import { type ListFilter, paths } from '../../paths.ts';

/** The same loans one by one, or added up by borrower, village, group and so on. */
export function PartLinks(props: {
  readonly name: string;
  readonly filter: ListFilter;
  readonly current?: PartKind;
  /** Where the loans are of one commune. */
  readonly communeName: string | undefined;
}): ReactElement {
  const { name, current, communeName } = props;
  const filter = { ...props.filter, vi: undefined };
  return (
    <nav className="seg part-links no-print" aria-label="Cộng theo">
      <AppLink href={paths.list(name, filter)} aria-current={current === undefined ? 'true' : undefined}>
        Từng món
      </AppLink>
      {PART_KINDS.map((kind) => (
        <AppLink
          key={kind}
          href={paths.parts(name, kind, filter)}
          aria-current={kind === current ? 'true' : undefined}
        >
          Theo {partWords(kind, communeName).noun}
        </AppLink>
      ))}
    </nav>
  );
}
