import type { ReactElement, ReactNode } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { FaultCode } from '../../../../modules/extracts/domain/faults.ts';
import { Icon, type IconName } from '../../../shared/components/icon.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatMillions, formatMillionsSigned, formatSigned } from '../../../shared/format.ts';
import { paths } from '../../paths.ts';
import type { Batch, Preview, Summary } from './batch-state.ts';

/** Rows to loans, step by step; each step opens its rows. */
export function RowsSection({
  batch,
  summary,
}: {
  readonly batch: Batch;
  readonly summary: Summary;
}): ReactElement {
  const { rows } = summary;
  const hrefOf = (code: FaultCode) => paths.importBatch(batch.batchId, code);
  return (
    <Section title="Từ dòng đến món vay">
      <ul className="eqn">
        <Step count={formatInteger(rows.read)} words="dòng dữ liệu trong tệp" />
        <Step
          sign="−"
          count={
            <NumberLink href={hrefOf('D3')} isZero={rows.closed === 0}>
              {formatInteger(rows.closed)}
            </NumberLink>
          }
          words="món đã tất toán trong năm"
        />
        <Step
          sign="−"
          count={
            <NumberLink href={hrefOf('D2')} isZero={rows.savingsOnly === 0}>
              {formatInteger(rows.savingsOnly)}
            </NumberLink>
          }
          words="dòng chỉ có tiết kiệm"
        />
        <Step
          sign="−"
          count={
            <NumberLink href={hrefOf('D1')} isZero={rows.duplicates === 0}>
              {formatInteger(rows.duplicates)}
            </NumberLink>
          }
          words="dòng lặp khế ước"
        />
        {rows.withoutBalance === 0 ? null : (
          <Step sign="−" count={formatInteger(rows.withoutBalance)} words="món mở nhưng không còn gốc" />
        )}
        <Step
          isResult
          sign="="
          count={formatInteger(rows.loans)}
          words={`món còn dư nợ, ${formatInteger(summary.customers)} khách hàng`}
        />
      </ul>
    </Section>
  );
}

function Step(props: { sign?: string; count: ReactNode; words: string; isResult?: boolean }): ReactElement {
  return (
    <li className={props.isResult ? 'res' : undefined}>
      <span>{props.sign ?? ''}</span>
      <b>{props.count}</b>
      <span>{props.words}</span>
    </li>
  );
}

type Comparison = NonNullable<Preview['comparison']>;

/** What is new, gone, less and moved against the month before, and that the sums add up. */
export function ComparisonSection({ preview }: { readonly preview: Preview }): ReactElement {
  const { comparison, comparedDate } = preview;
  if (comparison === null || comparedDate === null)
    return (
      <Section title="So với tháng trước">
        <EmptyState>Đây là ngày số liệu đầu tiên, chưa có tháng trước để so.</EmptyState>
      </Section>
    );
  return (
    <Section title={`So với ${formatDate(comparedDate)}`} actions={<AddsUp comparison={comparison} />}>
      <table className="t d">
        <thead>
          <tr>
            <th scope="col">Loại</th>
            <th scope="col" className="num">
              Món
            </th>
            <th scope="col" className="num">
              Triệu đồng
            </th>
          </tr>
        </thead>
        <tbody>
          <Row icon="plus" word="Mới vay" part={comparison.new} sign={1n} />
          <tr>
            <td className="within">trong đó khách trở lại</td>
            <td className="num">{formatInteger(comparison.returned.loans)}</td>
            <td className="num dim">có trong {formatInteger(comparison.new.loans)}</td>
          </tr>
          <Row icon="cross" word="Hết dư nợ" part={comparison.gone} sign={-1n} />
          <Row icon="fall" word="Giảm dư nợ" part={comparison.less} sign={-1n} />
          {comparison.more.loans === 0 ? null : (
            <Row icon="rise" word="Tăng dư nợ của món cũ" part={comparison.more} sign={1n} />
          )}
          <tr>
            <td>
              <span className="st">
                <Icon name="equal" />
                Không đổi
              </span>
            </td>
            <td className="num">{formatInteger(comparison.unchanged.loans)}</td>
            <td className="num zero">0</td>
          </tr>
          <Row icon="warning" word="Chuyển quá hạn" part={comparison.movedToOverdue} sign={1n} isPlain />
          <Row icon="frozen" word="Chuyển khoanh" part={comparison.movedToFrozen} sign={1n} isPlain />
          <tr className="sum">
            <td>Thay đổi dư nợ</td>
            <td className="num">{formatSigned(comparison.closing.loans - comparison.opening.loans)}</td>
            <td className="num">
              {formatMillionsSigned(comparison.closing.amountVnd - comparison.opening.amountVnd)}
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}

function AddsUp({ comparison }: { comparison: Comparison }): ReactElement {
  const sentence =
    `${formatInteger(comparison.opening.loans)} + ${formatInteger(comparison.new.loans)} − ` +
    `${formatInteger(comparison.gone.loans)} = ${formatInteger(comparison.closing.loans)}`;
  return (
    <Status tone={comparison.addsUp ? 'good' : 'bad'} icon={comparison.addsUp ? 'check' : 'warning'} small>
      {comparison.addsUp ? sentence : `${sentence}: không khớp`}
    </Status>
  );
}

function Row(props: {
  icon: IconName;
  word: string;
  part: Comparison['new'];
  sign: bigint;
  /** Amounts that are not part of the sum carry no sign. */
  isPlain?: boolean;
}): ReactElement {
  const { part } = props;
  const amount = props.isPlain
    ? formatMillions(part.amountVnd)
    : formatMillionsSigned(part.amountVnd * props.sign);
  return (
    <tr>
      <td>
        <span className="st">
          <Icon name={props.icon} />
          {props.word}
        </span>
      </td>
      <td className={part.loans === 0 ? 'num zero' : 'num'}>{formatInteger(part.loans)}</td>
      <td className={part.amountVnd === 0n ? 'num zero' : 'num'}>{amount}</td>
    </tr>
  );
}
