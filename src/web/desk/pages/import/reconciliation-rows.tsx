import type { ReactElement } from 'react';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatMillions, formatMillionsSigned, formatVnd } from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { paths } from '../../paths.ts';
import type { Preview, Summary } from './batch-state.ts';
import { type CommuneAmount, communeNumber, openingNumber, type PreviewNumber } from './numbers.ts';

type Commune = Preview['communes'][number];

type RowProps = { readonly preview: Preview; readonly summary: Summary; readonly hasWriteOffs: boolean };

/** The row of a commune. */
export function CommuneRow({
  commune,
  preview,
  summary,
  hasWriteOffs,
}: RowProps & { commune: Commune }): ReactElement {
  const xa = commune.communeCode;
  const raw = summary.communes.find((candidate) => candidate.code === xa);
  const surplus = raw === undefined ? null : raw.rawOutstandingVnd - raw.outstandingVnd;
  const { openingVnd } = commune;
  return (
    <tr>
      <th scope="row">
        {commune.communeName}
        {commune.isNew ? <span className="sub">xã mới</span> : null}
      </th>
      <Amount number={openingVnd === null ? null : openingNumber(preview, openingVnd, xa)} />
      <Flows preview={preview} amounts={commune} xa={xa} hasWriteOffs={hasWriteOffs} />
      <td className="num gap">{raw === undefined ? '–' : formatInteger(raw.rows)}</td>
      <Raw
        rawVnd={raw?.rawOutstandingVnd ?? null}
        surplusVnd={surplus}
        href={paths.importBatch(preview.batchId, 'D1')}
      />
      <Parts preview={preview} amounts={commune} xa={xa} />
    </tr>
  );
}

/** The row of all communes together. */
export function TotalRow({ preview, summary, hasWriteOffs }: RowProps): ReactElement {
  const sum = (amountOf: (commune: Commune) => bigint | null) =>
    preview.communes.reduce((total, commune) => total + (amountOf(commune) ?? 0n), 0n);
  const raw = summary.communes.reduce((total, commune) => total + commune.rawOutstandingVnd, 0n);
  const hasBefore = preview.communes.some((commune) => commune.openingVnd !== null);
  const amounts = {
    lendingVnd: sum((commune) => commune.lendingVnd),
    collectionVnd: sum((commune) => commune.collectionVnd),
    writtenOffVnd: sum((commune) => commune.writtenOffVnd),
    expectedVnd: hasBefore ? sum((commune) => commune.expectedVnd) : null,
    closingVnd: sum((commune) => commune.closingVnd),
    differenceVnd: hasBefore ? sum((commune) => commune.differenceVnd) : null,
    overdueVnd: sum((commune) => commune.overdueVnd),
    frozenVnd: sum((commune) => commune.frozenVnd),
  };
  return (
    <tr className="sum">
      <th scope="row">Cộng {shortOffice(summary.office.name)}</th>
      <Amount
        number={
          hasBefore
            ? openingNumber(
                preview,
                sum((commune) => commune.openingVnd),
              )
            : null
        }
      />
      <Flows preview={preview} amounts={amounts} hasWriteOffs={hasWriteOffs} />
      <td className="num gap">{formatInteger(summary.rows.read)}</td>
      <Raw
        rawVnd={raw}
        surplusVnd={raw - summary.outstandingVnd}
        href={paths.importBatch(preview.batchId, 'D1')}
      />
      <Parts preview={preview} amounts={amounts} />
    </tr>
  );
}

type Amounts = Readonly<Record<CommuneAmount, bigint | null>>;
type AmountsProps = { readonly preview: Preview; readonly amounts: Amounts; readonly xa?: string };

/** From lending to whether the closing balance is what it must be. */
function Flows(props: AmountsProps & { hasWriteOffs: boolean }): ReactElement {
  const { amounts } = props;
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
      <td>
        <Agreement differenceVnd={amounts.differenceVnd} href={number('differenceVnd')?.href} />
      </td>
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

/** The balance column of the file as it stands; what repeated rows add too much opens those rows. */
function Raw(props: { rawVnd: bigint | null; surplusVnd: bigint | null; href: string }): ReactElement {
  const { rawVnd, surplusVnd } = props;
  return (
    <>
      <td className="num">{rawVnd === null ? '–' : formatMillions(rawVnd)}</td>
      <td className="num">
        {surplusVnd === null ? (
          '–'
        ) : (
          <NumberLink href={props.href} isZero={surplusVnd === 0n}>
            {formatMillionsSigned(surplusVnd)}
          </NumberLink>
        )}
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
      <NumberLink href={props.href}>Chênh {formatVnd(differenceVnd)}</NumberLink>
    </Status>
  );
}
