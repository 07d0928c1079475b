import type { ReactElement, ReactNode } from 'react';
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
import { ALL_LOANS, paths } from '../../paths.ts';
import type { Preview, Summary } from './batch-state.ts';

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
        <table className="t d rec">
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
        Tiết kiệm 105: {formatVnd(preview.savings.balanceVnd)}
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
  const raw = summary.communes.find((candidate) => candidate.code === commune.communeCode);
  const surplus = raw === undefined ? null : raw.rawOutstandingVnd - raw.outstandingVnd;
  const openingHref =
    preview.comparedDate === null
      ? undefined
      : paths.list(ALL_LOANS, { xa: commune.communeCode, ngay: preview.comparedDate });
  return (
    <tr>
      <th scope="row">
        {commune.communeName}
        {commune.isNew ? <span className="sub">xã mới</span> : null}
      </th>
      <Amount value={commune.openingVnd} href={openingHref} />
      <Sign />
      <Amount value={commune.lendingVnd} />
      <Sign />
      <Amount value={commune.collectionVnd} />
      {hasWriteOffs ? (
        <>
          <Sign />
          <Amount value={commune.writtenOffVnd} />
        </>
      ) : null}
      <Sign />
      <Amount value={commune.expectedVnd} />
      <Amount value={commune.closingVnd} className="gap" />
      <td>
        <Agreement differenceVnd={commune.differenceVnd} />
      </td>
      <td className="num gap">{raw === undefined ? '–' : formatInteger(raw.rows)}</td>
      <Amount value={raw?.rawOutstandingVnd ?? null} />
      <td className={surplus === 0n ? 'num zero' : 'num'}>
        {surplus === null ? (
          '–'
        ) : surplus === 0n ? (
          '0'
        ) : (
          <span className="st warn">{formatMillionsSigned(surplus)}</span>
        )}
      </td>
      <Amount value={commune.overdueVnd} className="gap" />
      <Amount value={commune.frozenVnd} />
    </tr>
  );
}

function Total({ preview, summary, hasWriteOffs }: RowProps): ReactElement {
  const sum = (amountOf: (commune: Commune) => bigint | null) =>
    preview.communes.reduce((total, commune) => total + (amountOf(commune) ?? 0n), 0n);
  const raw = summary.communes.reduce((total, commune) => total + commune.rawOutstandingVnd, 0n);
  const hasBefore = preview.comparedDate !== null;
  return (
    <tr className="sum">
      <th scope="row">Cộng {shortOffice(summary.office.name)}</th>
      <Amount value={hasBefore ? sum((commune) => commune.openingVnd) : null} />
      <Sign />
      <Amount value={sum((commune) => commune.lendingVnd)} />
      <Sign />
      <Amount value={sum((commune) => commune.collectionVnd)} />
      {hasWriteOffs ? (
        <>
          <Sign />
          <Amount value={sum((commune) => commune.writtenOffVnd)} />
        </>
      ) : null}
      <Sign />
      <Amount value={hasBefore ? sum((commune) => commune.expectedVnd) : null} />
      <Amount value={sum((commune) => commune.closingVnd)} className="gap" />
      <td>
        <Agreement differenceVnd={hasBefore ? sum((commune) => commune.differenceVnd) : null} />
      </td>
      <td className="num gap">{formatInteger(summary.rows.read)}</td>
      <Amount value={raw} />
      <td className="num">{formatMillionsSigned(raw - summary.outstandingVnd)}</td>
      <Amount value={sum((commune) => commune.overdueVnd)} className="gap" />
      <Amount value={sum((commune) => commune.frozenVnd)} />
    </tr>
  );
}

function Sign({ sign }: { sign?: string }): ReactElement {
  return <td className="op">{sign}</td>;
}

function Amount(props: {
  value: bigint | null;
  href?: string | undefined;
  className?: string;
}): ReactElement {
  const { value } = props;
  const className = ['num', props.className ?? '', value === 0n ? 'zero' : ''].join(' ').trim();
  let content: ReactNode = '–';
  if (value !== null)
    content = (
      <NumberLink href={props.href} isZero={value === 0n}>
        {formatMillions(value)}
      </NumberLink>
    );
  return <td className={className}>{content}</td>;
}

function Agreement({ differenceVnd }: { differenceVnd: bigint | null }): ReactElement {
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
      Chênh {formatVnd(differenceVnd)}
    </Status>
  );
}
