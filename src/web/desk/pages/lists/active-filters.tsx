import type { ReactElement } from 'react';
import type { AboutList, FilterField } from '../../../../modules/portfolio/contract.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import type { ListFilter } from '../../paths.ts';

/** Where each filter stands in an address. One that the list takes and no address can carry does not compile. */
const PLACES: Readonly<Record<FilterField, keyof ListFilter>> = {
  villageCode: 'thon',
  groupCode: 'to',
  associationCode: 'hoi',
  programmeCode: 'ct',
  fundSource: 'nguon',
  customerCode: 'kh',
  status: 'tt',
  reach: 'lienlac',
  check: 'kiemtra',
  checkKnownAt: 'kiemtraluc',
  keyFrom: 'tu',
  keyTo: 'den',
  text: 'tim',
};

/** The filter without some of its fields, and without the reason that was open. */
export function without(filter: ListFilter, fields: readonly FilterField[]): ListFilter {
  const removed = fields.map((field) => [PLACES[field], undefined]);
  return { ...filter, vi: undefined, ...Object.fromEntries(removed) };
}

/** Whether a list is narrowed by anything but its place and date. */
export function isNarrowed(filter: ListFilter): boolean {
  return Object.values(PLACES).some((place) => filter[place] !== undefined && filter[place] !== '');
}

/** Every filter that narrows the list, in words, each with the way out of it: also those that came with the address. */
export function ActiveFilters(props: {
  readonly filters: AboutList['filters'];
  readonly filter: ListFilter;
  readonly hrefOf: (filter: ListFilter) => string;
}): ReactElement | null {
  const { filters, filter, hrefOf } = props;
  if (filters.length === 0) return null;
  const all = filters.flatMap(({ fields }) => fields);
  return (
    <ul className="active-filters no-print" aria-label="Đang lọc">
      {filters.map(({ fields, words }) => (
        <li key={fields.join(' ')}>
          <AppLink
            className="chip info chip-out"
            href={hrefOf(without(filter, fields))}
            aria-label={`Bỏ lọc: ${words}`}
          >
            {words}
            <Icon name="cross" />
          </AppLink>
        </li>
      ))}
      {filters.length < 2 ? null : (
        <li>
          <AppLink className="small" href={hrefOf(without(filter, all))}>
            Bỏ mọi lọc
          </AppLink>
        </li>
      )}
    </ul>
  );
}
