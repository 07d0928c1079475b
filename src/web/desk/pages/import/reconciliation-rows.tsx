import type { ReactElement, ReactNode } from 'react';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatMillions, formatMillionsSigned, formatVnd } from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { paths } from '../../paths.ts';
import type { Preview, Summary } from './batch-state.ts';
import { type CommuneAmount, communeNumber, flowsOf, openingNumber, type PreviewNumber } from './numbers.ts';

type Commune = Preview['communes'][number];

type RowProps = { readonly preview: Preview; readonly summary: Summary; readonly hasWriteOffs: boolean };

/** What the file itself says of a row of the sheet: its lines, its balance column as it stands, what repeated lines add. */
type Raw = { readonly rows: number; readonly rawVnd: bigint; readonly surplusVnd: bigint };

/** The row of a commune. */
export function CommuneRow({ commune, ...props }: RowProps & { commune: Commune }): ReactElement {
  const found = props.summary.communes.find((candidate) => candidate.code === commune.communeCode);
  const raw = found && {
    rows: found.rows,
    rawVnd: found.rawOutstandingVnd,
    surplusVnd: found.rawOutstandingVnd - found.outstandingVnd,
  };
  return (
    <FlowRow
      {...props}
      name={
        <>
          {commune.communeName}
          {commune.isNew ? <span className="sub">xã mới</span> : null}
        </>
      }
      flow={commune}
      raw={raw}
    />
  );
}

/** The row of savers without a commune: no loans, so nothing flows, but its lines count. */
export function CounterRow({ counter, ...props }: RowProps & { counter: Commune }): ReactElement {
  const raw = { rows: props.summary.rows.counter, rawVnd: 0n, surplusVnd: 0n };
  return <FlowRow {...props} name="Không có xã (tiết kiệm)" flow={counter} raw={raw} />;
}

function FlowRow(
  props: RowProps & { readonly name: ReactNode; readonly flow: Commune; readonly raw: Raw | undefined },
): ReactElement {
  const { preview, flow } = props;
  const xa = flow.communeCode;
  const { openingVnd } = flow;
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <Amount number={openingVnd === null ? null : openingNumber(preview, openingVnd, xa)} />
      <Flows preview={preview} amounts={flow} xa={xa} hasWriteOffs={props.hasWriteOffs} />
      <td>
        <Agreement
          differenceVnd={flow.differenceVnd}
          href={communeNumber(preview.batchId, 'differenceVnd', flow.differenceVnd ?? 0n, xa).href}
        />
      </td>
      <RawCells raw={props.raw} href={paths.importBatch(preview.batchId, 'D1')} />
      <Parts preview={preview} amounts={flow} xa={xa} />
    </tr>
  );
}

/** A commune of the office that is not in the files: nothing is known of it, which is not zero. */
export function MissingRow(props: {
  readonly commune: Preview['missingCommunes'][number];
  readonly columns: number;
}): ReactElement {
  return (
    <tr className="missing">
      <th scope="row">{props.commune.communeName}</th>
      <td colSpan={props.columns}>
        <Status tone="warn" icon="warning">
          {props.commune.hasFigures ? 'không có trong tệp, giữ số của lần ghi trước' : 'không có trong tệp'}
        </Status>
      </td>
    </tr>
  );
}

/** The row of all communes and the counter together. */
export function TotalRow({ preview, summary, hasWriteOffs }: RowProps): ReactElement {
  const rows = flowsOf(preview);
  const sum = (amountOf: (flow: Commune) => bigint | null) =>
    rows.reduce((total, flow) => total + (amountOf(flow) ?? 0n), 0n);
  const rawVnd = summary.communes.reduce((total, commune) => total + commune.rawOutstandingVnd, 0n);
  const compared = preview.communes.filter((commune) => commune.openingVnd !== null).length;
  // Sums over some of the communes beside sums over all of them would be a row that does not add up.
  const isCompared = compared > 0 && compared === preview.communes.length;
  const amounts = {
    lendingVnd: sum((flow) => flow.lendingVnd),
    collectionVnd: sum((flow) => flow.collectionVnd),
    writtenOffVnd: sum((flow) => flow.writtenOffVnd),
    expectedVnd: isCompared ? sum((flow) => flow.expectedVnd) : null,
    closingVnd: sum((flow) => flow.closingVnd),
    differenceVnd: isCompared ? sum((flow) => flow.differenceVnd) : null,
    overdueVnd: sum((flow) => flow.overdueVnd),
    frozenVnd: sum((flow) => flow.frozenVnd),
  };
  const openingVnd = sum((flow) => flow.openingVnd);
  const isWhole = preview.missingCommunes.length === 0;
  return (
    <tr className="sum">
      <th scope="row">
        {isWhole
          ? `Cộng ${shortOffice(summary.office.name)}`
          : `Cộng ${preview.communes.length} xã có trong tệp`}
      </th>
      <Amount number={isCompared ? openingNumber(preview, openingVnd) : null} />
      <Flows preview={preview} amounts={amounts} hasWriteOffs={hasWriteOffs} />
      <td>
        {compared > 0 && compared < preview.communes.length ? (
          <Status tone="dim" icon="info">
            {compared}/{preview.communes.length} xã so được
          </Status>
        ) : (
          <Agreement
            differenceVnd={amounts.differenceVnd}
            href={communeNumber(preview.batchId, 'differenceVnd', amounts.differenceVnd ?? 0n).href}
          />
        )}
      </td>
      <RawCells
        raw={{ rows: summary.rows.read, rawVnd, surplusVnd: rawVnd - summary.outstandingVnd }}
        href={paths.importBatch(preview.batchId, 'D1')}
      />
      <Parts preview={preview} amounts={amounts} />
    </tr>
  );
}

type Amounts = Readonly<Record<CommuneAmount, bigint | null>>;
type AmountsProps = { readonly preview: Preview; readonly amounts: Amounts; readonly xa?: string };

/** From lending to what the closing balance must be, and to what it is. */
function Flows(props: AmountsProps & { hasWriteOffs: boolean }): ReactElement {
  const number = (amount: CommuneAmount) => numberOf(props, amount);
  return (
    <>
      <Sign />
      <Amount number={number('lendingVnd')} />
      <Sign />
      <Amount number={number('collectionVnd')} />
      {props.hasWriteOffs ? (
        <>
          <Sign />
          <Amount number={number('writtenOffVnd')} />
        </>
      ) : null}
      <Sign />
      <Amount number={number('expectedVnd')} />
      <Amount number={number('closingVnd')} className="gap" />
    </>
  );
}

/** Of the closing balance, what is overdue and what is frozen. */
function Parts(props: AmountsProps): ReactElement {
  return (
    <>
      <Amount number={numberOf(props, 'overdueVnd')} className="gap" />
      <Amount number={numberOf(props, 'frozenVnd')} />
    </>
  );
}

function numberOf({ preview, amounts, xa }: AmountsProps, amount: CommuneAmount): PreviewNumber | null {
  const value = amounts[amount];
  return value === null ? null : communeNumber(preview.batchId, amount, value, xa);
}

/** The file's own lines and balance column; what repeated lines add too much opens them. */
function RawCells({ raw, href }: { raw: Raw | undefined; href: string }): ReactElement {
  if (raw === undefined)
    return (
      <>
        <td className="num gap">–</td>
        <td className="num">–</td>
        <td className="num">–</td>
      </>
    );
  return (
    <>
      <td className="num gap">{formatInteger(raw.rows)}</td>
      <td className={raw.rawVnd === 0n ? 'num zero' : 'num'}>{formatMillions(raw.rawVnd)}</td>
      <td className="num">
        <NumberLink href={href} isZero={raw.surplusVnd === 0n}>
          {formatMillionsSigned(raw.surplusVnd)}
        </NumberLink>
      </td>
    </>
  );
}

/** The column between two amounts: in the heading what is done with them. */
export function Sign({ sign }: { sign?: string }): ReactElement {
  return <td className="op">{sign}</td>;
}

function Amount({ number, className }: { number: PreviewNumber | null; className?: string }): ReactElement {
  return (
    <td className={className === undefined ? 'num' : `num ${className}`}>
      {number === null ? (
        '–'
      ) : (
        <NumberLink href={number.href} isZero={BigInt(number.value) === 0n}>
          {formatMillions(BigInt(number.value))}
        </NumberLink>
      )}
    </td>
  );
}

function Agreement(props: { differenceVnd: bigint | null; href: string | undefined }): ReactElement {
  const { differenceVnd } = props;
  if (differenceVnd === null)
    return (
      <Status tone="dim" icon="minus">
        chưa có tháng trước
      </Status>
    );
  if (differenceVnd === 0n)
    return (
      <Status tone="good" icon="check">
        Khớp
      </Status>
    );
  return (
    <Status tone="warn" icon="warning">
      <NumberLink href={props.href}>
        Chênh {differenceVnd > 0n ? '+' : ''}
        {formatVnd(differenceVnd)}
      </NumberLink>
    </Status>
  );
}
