import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatVnd, moneyChange } from '../../../shared/format.ts';
import { COMMUNES_TABLE_ID, type Preview, type Summary } from './batch-state.ts';
import { savingsNumber } from './numbers.ts';
import { CommuneRow, CounterRow, MissingRow, Sign, TotalRow } from './reconciliation-rows.tsx';

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
            {preview.counter === null ? null : (
              <CounterRow
                counter={preview.counter}
                preview={preview}
                summary={summary}
                hasWriteOffs={hasWriteOffs}
              />
            )}
            {preview.missingCommunes.map((commune) => (
              <MissingRow key={commune.communeId} commune={commune} columns={hasWriteOffs ? 16 : 14} />
            ))}
            <TotalRow preview={preview} summary={summary} hasWriteOffs={hasWriteOffs} />
          </tbody>
        </table>
      </section>
      <MissingCommunes preview={preview} />
      <p className="small dim in-text">
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

/** What becomes of communes that the files lack: it differs where another version of the date shows them [PF3]. */
function MissingCommunes({ preview }: { preview: Preview }): ReactElement | null {
  const named = (hasFigures: boolean) =>
    preview.missingCommunes
      .filter((commune) => commune.hasFigures === hasFigures)
      .map((commune) => commune.communeName)
      .join(', ');
  const [kept, absent, date] = [named(true), named(false), formatDate(preview.dataDate)];
  if (kept === '' && absent === '') return null;
  return (
    <p className="notice warn">
      <Icon name="warning" />
      <span>
        {absent === ''
          ? ''
          : `Tệp không có ${absent}. Ghi xong, ngày ${date} vẫn chưa có số liệu ở đó: các trang ghi rõ là thiếu, không thành 0. `}
        {kept === '' ? '' : `Tệp không có ${kept}. Ở đó, ngày ${date} giữ số của lần ghi trước. `}
        Muốn đủ, nhập tệp có các nơi này cho cùng ngày.
      </span>
    </p>
  );
}
