import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { CommuneName } from '../../../shared/components/commune-name.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { paths } from '../../paths.ts';
import { type Check, type CheckResult, RESULT_ORDER, RESULTS } from './check-words.ts';
import { Dong } from './dong.tsx';

type Commune = Check['communes'][number];

/** The check commune by commune; every count opens its loans, a commune missing from the date says so. */
export function CommunesSection({ check }: { readonly check: Check }): ReactElement {
  return (
    <Section title="Từng xã" note="Tiền: đồng">
      <DataTable
        caption="Kiểm tra lãi dự thu từng xã"
        columns={columns(check.dataDate)}
        rows={check.communes}
        rowKey={(commune) => commune.communeId}
        rowHref={(commune) => hrefOf(commune, check.dataDate)}
        abreast={3}
      />
    </Section>
  );
}

function hrefOf(commune: Commune, dataDate: BusinessDate, result?: CheckResult): string {
  const kq = result === undefined ? undefined : RESULTS[result].key;
  return paths.interestCheck({ xa: commune.communeCode, ngay: dataDate, kq });
}

function columns(dataDate: BusinessDate): readonly Column<Commune>[] {
  const unknown = <span className="faint">–</span>;
  const counted = (result: CheckResult): Column<Commune> => ({
    key: result,
    heading: RESULTS[result].word,
    numeric: true,
    cell: ({ counts, ...commune }) =>
      counts === null ? (
        unknown
      ) : (
        <NumberLink href={hrefOf({ ...commune, counts }, dataDate, result)} isZero={counts[result] === 0}>
          {formatInteger(counts[result])}
        </NumberLink>
      ),
  });
  const money = (
    key: string,
    heading: string,
    of: (counts: NonNullable<Commune['counts']>) => bigint,
  ): Column<Commune> => ({
    key,
    heading,
    numeric: true,
    cell: ({ counts }) => (
      <Dong amountVnd={counts === null ? null : of(counts)} isSigned={key === 'difference'} />
    ),
  });
  return [
    {
      key: 'name',
      heading: 'Xã, phường',
      cell: (commune) => (
        <CommuneName
          name={commune.communeName}
          href={hrefOf(commune, dataDate)}
          hasFigures={commune.counts !== null}
        />
      ),
    },
    ...RESULT_ORDER.toReversed().map(counted),
    money('file', 'Theo tệp', (counts) => counts.fileVnd),
    money('ours', 'Tính lại', (counts) => counts.oursVnd),
    money('difference', 'Chênh lệch', (counts) => counts.fileVnd - counts.oursVnd),
  ];
}
