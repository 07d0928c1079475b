import type { ReactElement } from 'react';
import { AppLink } from '../../../shared/navigation.tsx';
import { PART_WORDS, type PartKind } from '../../parts.ts';
import { type ListFilter, paths } from '../../paths.ts';
import { hiddenFilters } from './list-words.ts';

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

/** Filters that came with the address and no field shows, with the way out of them. */
export function HiddenFilters({
  name,
  filter,
}: {
  readonly name: string;
  readonly filter: ListFilter;
}): ReactElement | null {
  const words = hiddenFilters(filter);
  if (words.length === 0) return null;
  const without = { ...filter, tu: undefined, den: undefined, lienlac: undefined, kh: undefined };
  return (
    <>
      {` Chỉ ${words.join(', ')}. `}
      <AppLink href={paths.list(name, { ...without, vi: undefined })}>Bỏ lọc này</AppLink>
    </>
  );
}
