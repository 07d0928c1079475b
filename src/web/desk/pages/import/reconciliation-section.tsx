import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import {
  formatInteger,
  formatMillions,
  formatMillionsSigned,
  formatVnd,
  moneyChange,
} from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { paths } from '../../paths.ts';
import { COMMUNES_TABLE_ID, type Preview, type Summary } from './batch-state.ts';
import {
  type CommuneAmount,
  communeNumber,
  openingNumber,
  type PreviewNumber,
  savingsNumber,
} from './numbers.ts';

type Commune = Preview['communes'][number];

/** Opening + lending − collection = closing, commune by commune, beside the raw sums of the file. */
export function ReconciliationSection({
  preview,
  summary,
}: {
  readonly preview: Preview;
  readonly summary: Summary;
}): ReactElement {
  const hasWriteOffs = preview.communes.some((commune) => commune.writtenOffVnd !== 0n);
  const before = preview.comparedDate === null ? 'Tháng trước' : formatDate(preview.comparedDate);
  return (
    <Section
      title="Đối chiếu dư nợ"
      note="Triệu đồng. Chênh lệch chỉ hiện ra, không tự sửa"
      actions={
        <button type="button" className="twin no-print" onClick={() => window.print()}>
          <Icon name="print" />
          In A4
        </button>
      }
    >
      {/* A wide sheet of sums: on narrow screens it scrolls in its own frame. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus. */}
      <section className="scroll-x" aria-label="Bảng đối chiếu dư nợ theo xã" tabIndex={0}>
        <table className="t d rec" id={COMMUNES_TABLE_ID}>
          <thead>
            <tr className="gh">
              <td />
              <th scope="colgroup" colSpan={hasWriteOffs ? 9 : 7}>
                Tính từ tháng trước
              </th>
              <th scope="colgroup" className="gap" colSpan={2}>
                Tính từ tệp này
              </th>
              <th scope="colgroup" className="gap" colSpan={3}>
                Cộng thô trong tệp
              </th>
              <th scope="colgroup" className="gap" colSpan={2}>
                Trong đó
              </th>
            </tr>
            <tr>
              <th scope="col">Xã, phường</th>
              <th scope="col" className="num">
                {before}
              </th>
              <Sign sign="+" />
              <th scope="col" className="num">
                Giải ngân
              </th>
              <Sign sign="−" />
              <th scope="col" className="num">
                Thu nợ
              </th>
              {hasWriteOffs ? (
                <>
                  <Sign sign="−" />
                  <th scope="col" className="num">
                    Xóa nợ
                  </th>
                </>
              ) : null}
              <Sign sign="=" />
              <th scope="col" className="num">
                Phải có
              </th>
              <th scope="col" className="num gap">
                {formatDate(preview.dataDate)}
              </th>
              <th scope="col">So sánh</th>
              <th scope="col" className="num gap">
                Dòng
              </th>
              <th scope="col" className="num">
                Tổng dư nợ
              </th>
              <th scope="col" className="num">
                Chênh, do D1
              </th>
              <th scope="col" className="num gap">
                Quá hạn
              </th>
              <th scope="col" className="num">
                Khoanh
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.communes.map((commune) => (
              <CommuneRow
                key={commune.communeId}
                commune={commune}
                preview={preview}
                summary={summary}
                hasWriteOffs={hasWriteOffs}
              />
            ))}
            <Total preview={preview} summary={summary} hasWriteOffs={hasWriteOffs} />
          </tbody>
        </table>
      </section>
      {preview.missingCommunes.length === 0 ? null : (
        <p className="notice warn">
          <Icon name="warning" />
          <span>
            Tệp không có {preview.missingCommunes.map((commune) => commune.communeName).join(', ')}. Các xã
            này giữ số đang hiện, không thành 0.
          </span>
        </p>
      )}
      <p className="small dim in-text">
        {summary.rows.counter === 0
          ? ''
          : `${formatInteger(summary.rows.counter)} dòng tiết kiệm tại quầy, không thuộc xã nào. `}
        Tiết kiệm 105:{' '}
        <NumberLink href={savingsNumber(preview).href} isZero={preview.savings.balanceVnd === 0n}>
          {formatVnd(preview.savings.balanceVnd)}
        </NumberLink>
        {preview.savings.beforeVnd === null
          ? ''
          : `, ${moneyChange(preview.savings.balanceVnd - preview.savings.beforeVnd)}`}
        .
      </p>
    </Section>
  );
}

type RowProps = { readonly preview: Preview; readonly summary: Summary; readonly hasWriteOffs: boolean };

function CommuneRow({
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

function Total({ preview, summary, hasWriteOffs }: RowProps): ReactElement {
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

function Sign({ sign }: { sign?: string }): ReactElement {
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
