import type { ReactElement } from 'react';
import { listInterestChecks } from '../../../../modules/portfolio/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages } from '../../../shared/api/query.ts';
import { type Column, DataTable, MoreRows } from '../../../shared/components/data-table.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { type InterestCheckAddress, paths } from '../../paths.ts';
import { type NameOf, useProgrammeNames } from '../../reference.ts';
import { codeOfCommune, communeOf, useMe } from '../../session.tsx';
import { type Check, type CheckResult, type CheckRow, RESULT_ORDER, RESULTS } from './check-words.ts';
import { Dong } from './dong.tsx';

type Props = {
  readonly check: Check;
  readonly at: InterestCheckAddress;
  readonly result: CheckResult;
};

/** The loans of one result, page by page, each opening its derivation and the loan itself. */
export function LoansSection(props: Props): ReactElement {
  const { check, at, result } = props;
  const reason = check.reasons.find((row) => row.reason === at.lydo);
  return (
    <Section title="Từng món" note="Tiền: đồng">
      <nav className="seg check-results no-print" aria-label="Kết quả">
        {RESULT_ORDER.map((one) => (
          <AppLink
            key={one}
            href={paths.interestCheck({
              ...at,
              kq: RESULTS[one].key,
              lydo: undefined,
              vi: undefined,
              tai: undefined,
            })}
            aria-current={one === result ? 'true' : undefined}
          >
            {RESULTS[one].word} {formatInteger(check[one])}
          </AppLink>
        ))}
      </nav>
      {reason === undefined ? null : (
        <p className="in-text small dim">
          Chỉ những món: {reason.text}{' '}
          <AppLink href={paths.interestCheck({ ...at, lydo: undefined, vi: undefined, tai: undefined })}>
            Mọi lý do
          </AppLink>
        </p>
      )}
      <Loans {...props} shown={reason?.loans ?? check[result]} />
    </Section>
  );
}

const PAGE_SIZE = 50;

function Loans({ check, at, result, shown }: Props & { shown: number }): ReactElement {
  const me = useMe();
  const programmeOf = useProgrammeNames();
  const commune = communeOf(me, at.xa);
  const reason = check.reasons.find((row) => row.reason === at.lydo)?.reason;
  const pages = usePages(
    listInterestChecks,
    {
      dataDate: check.dataDate,
      result,
      limit: PAGE_SIZE,
      ...(commune === undefined ? {} : { communeId: commune.id }),
      ...(reason === undefined ? {} : { reason }),
    },
    { nextOf: (page) => page.next, cursorName: 'cursor' },
  );
  const [first] = pages.pages;
  if (shown === 0) return <EmptyState>{nothing(check, result)}</EmptyState>;
  if (first === undefined && pages.error !== null)
    return <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} />;
  if (first === undefined) return <LoadingRows rows={Math.min(shown, 12)} tall />;
  const rows = pages.pages.flatMap((page) => page.rows);
  const codeOf = (row: CheckRow) => codeOfCommune(me, row.communeId);
  const hrefOf = (row: CheckRow) => paths.loan(codeOf(row), row.contractNo, check.dataDate);
  return (
    <>
      <div className="checks">
        <DataTable
          caption={`Món vay, kết quả ${RESULTS[result].word.toLocaleLowerCase('vi')}`}
          columns={columns({ at, result, hrefOf, codeOf, programmeOf })}
          rows={rows}
          rowKey={(row) => `${row.communeId} ${row.contractNo}`}
          rowHref={hrefOf}
          hasPageKeys
        />
      </div>
      <MoreRows
        shown={rows.length}
        total={shown}
        noun="món"
        isBusy={pages.isLoadingMore}
        onMore={pages.more}
      />
    </>
  );
}

function nothing(check: Check, result: CheckResult): string {
  const checked = formatInteger(check.checked);
  if (result === 'different') return `Không món nào khác: cả ${checked} món tính lại đều khớp đến từng đồng.`;
  if (result === 'notCheckable') return 'Mọi món còn dư nợ đều tính lại được từ tệp.';
  return 'Không món nào khớp.';
}

function columns(of: {
  readonly at: InterestCheckAddress;
  readonly result: CheckResult;
  readonly hrefOf: (row: CheckRow) => string;
  readonly codeOf: (row: CheckRow) => string;
  readonly programmeOf: NameOf;
}): readonly Column<CheckRow>[] {
  const money = (
    key: string,
    heading: string,
    amountOf: (row: CheckRow) => bigint | null,
  ): Column<CheckRow> => ({
    key,
    heading,
    numeric: true,
    cell: (row) => <Dong amountVnd={amountOf(row)} isSigned={key === 'difference'} />,
  });
  const difference = (row: CheckRow) => (row.oursVnd === null ? null : row.fileVnd - row.oursVnd);
  return [
    {
      key: 'name',
      heading: 'Hộ',
      cell: (row) => (
        <>
          <AppLink className="name" href={of.hrefOf(row)}>
            {row.customerName ?? row.customerCode}
          </AppLink>
          <span className="sub">{shortVillage(row.villageName ?? `Mã ${row.villageCode}`)}</span>
        </>
      ),
    },
    {
      key: 'contract',
      heading: 'Khế ước',
      cell: (row) => (
        <span>
          {row.contractNo}
          <span className="sub">
            {of.programmeOf(row.programmeCode) ?? `Chương trình ${row.programmeCode}`}
          </span>
        </span>
      ),
    },
    money('file', 'Theo tệp', (row) => row.fileVnd),
    ...(of.result === 'notCheckable'
      ? [
          {
            key: 'why',
            heading: 'Vì sao',
            cell: (row: CheckRow) => row.reasonText,
          },
        ]
      : [money('ours', 'Tính lại', (row) => row.oursVnd), money('difference', 'Chênh lệch', difference)]),
    {
      key: 'how',
      heading: <span className="sr">Cách tính</span>,
      cell: (row) => (
        <AppLink
          className="btn sm no-print"
          href={paths.interestCheck({
            ...of.at,
            kq: RESULTS[of.result].key,
            vi: row.contractNo,
            tai: of.codeOf(row),
          })}
          aria-label={`Cách tính lãi của ${row.customerName ?? row.customerCode}, khế ước ${row.contractNo}`}
        >
          {of.result === 'notCheckable' ? 'Xem món' : 'Cách tính'}
        </AppLink>
      ),
    },
  ];
}
