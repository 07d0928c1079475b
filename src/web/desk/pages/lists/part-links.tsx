import type { ReactElement } from 'react';
import { AppLink } from '../../../shared/navigation.tsx';
import { PART_WORDS, type PartKind } from '../../parts.ts';
import { type ListFilter, paths } from '../../paths.ts';

const KINDS = Object.keys(PART_WORDS) as PartKind[];

/** The same loans one by one, or added up by borrower, village, group and so on. */
export function PartLinks(props: {
  readonly name: string;
  readonly filter: ListFilter;
  readonly current?: PartKind;
}): ReactElement {
  const { name, current } = props;
  const filter = { ...props.filter, vi: undefined };
  return (
    <nav className="seg part-links no-print" aria-label="Cộng theo">
      <AppLink href={paths.list(name, filter)} aria-current={current === undefined ? 'true' : undefined}>
        Từng món
      </AppLink>
      {KINDS.map((kind) => (
        <AppLink
          key={kind}
          href={paths.parts(name, kind, filter)}
          aria-current={kind === current ? 'true' : undefined}
        >
          Theo {PART_WORDS[kind].noun}
        </AppLink>
      ))}
    </nav>
  );
}
