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
import { type Batch, COMMUNES_TABLE_ID, type Preview, type Summary } from './batch-state.ts';
import {
  changeNumber,
  type MovementShown,
  movementNumbers,
  type PreviewNumber,
  stepNumbers,
} from './numbers.ts';

/** Rows to loans, step by step; each step opens its rows as long as they are kept. */
export function RowsSection({
  batch,
  summary,
  isCleaned,
}: {
  readonly batch: Batch;
  readonly summary: Summary;
  readonly isCleaned: boolean;
}): ReactElement {
  const { rows } = summary;
  const numbers = stepNumbers(batch.batchId, summary);
  const opened = ({ href }: PreviewNumber) => (isCleaned ? undefined : href);
  const hrefOf = (code: FaultCode) => paths.importBatch(batch.batchId, code);
  return (
    <Section title="Từ dòng đến món vay">
      <ul className="eqn">
        <Step
          count={
            isCleaned ? (
              formatInteger(rows.read)
            ) : (
              <a className="n" href={`#${COMMUNES_TABLE_ID}`}>
                {formatInteger(rows.read)}
              </a>
            )
          }
          words="dòng dữ liệu trong tệp"
        />
        <Step
          sign="−"
          count={
            <NumberLink href={opened(numbers.closed)} isZero={rows.closed === 0}>
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
          <Step
            sign="−"
            count={
              <NumberLink href={opened(numbers.withoutBalance)}>
                {formatInteger(rows.withoutBalance)}
              </NumberLink>
            }
            words="món mở nhưng không còn gốc"
          />
        )}
        <Step
          isResult
          sign="="
          count={
            <NumberLink href={opened(numbers.loans)} isZero={rows.loans === 0}>
              {formatInteger(rows.loans)}
            </NumberLink>
          }
          words={
            <>
              món còn dư nợ,{' '}
              <NumberLink href={opened(numbers.customers)} isZero={summary.customers === 0}>
                {formatInteger(summary.customers)} khách hàng
              </NumberLink>
            </>
          }
        />
      </ul>
    </Section>
  );
}

function Step(props: {
  sign?: string;
  count: ReactNode;
  words: ReactNode;
  isResult?: boolean;
}): ReactElement {
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
  const { batchId, comparison, comparedDate } = preview;
  if (comparison === null || comparedDate === null)
    return (
      <Section title="So với tháng trước">
        <EmptyState>Đây là ngày số liệu đầu tiên, chưa có tháng trước để so.</EmptyState>
      </Section>
    );
  const of = (list: MovementShown) => movementNumbers(batchId, comparison, list);
  const change = changeNumber(batchId, comparison);
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
          <Row of={of('new')} icon="plus" word="Mới vay" sign={1n} />
          <tr>
            <td className="within">trong đó khách trở lại</td>
            <td className="num">
              <Count of={of('returned').loans} />
            </td>
            <td className="num dim">có trong {formatInteger(comparison.new.loans)}</td>
          </tr>
          <Row of={of('gone')} icon="cross" word="Hết dư nợ" sign={-1n} />
          <Row of={of('less')} icon="fall" word="Giảm dư nợ" sign={-1n} />
          {comparison.more.loans === 0 ? null : (
            <Row of={of('more')} icon="rise" word="Tăng dư nợ của món cũ" sign={1n} />
          )}
          <tr>
            <td>
              <span className="st">
                <Icon name="equal" />
                Không đổi
              </span>
            </td>
            <td className="num">
              <Count of={of('unchanged').loans} />
            </td>
            <td className="num zero">0</td>
          </tr>
          <Row of={of('movedToOverdue')} icon="warning" word="Chuyển quá hạn" sign={1n} isPlain />
          <Row of={of('movedToFrozen')} icon="frozen" word="Chuyển khoanh" sign={1n} isPlain />
          <tr className="sum">
            <td>Thay đổi dư nợ</td>
            <td className="num">{formatSigned(comparison.closing.loans - comparison.opening.loans)}</td>
            <td className="num">
              <NumberLink href={change.href} isZero={change.href === undefined}>
                {formatMillionsSigned(BigInt(change.value))}
              </NumberLink>
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
  of: ReturnType<typeof movementNumbers>;
  sign: bigint;
  /** Amounts that are not part of the sum carry no sign. */
  isPlain?: boolean;
}): ReactElement {
  const { loans, amountVnd } = props.of;
  const value = BigInt(amountVnd.value);
  return (
    <tr>
      <td>
        <span className="st">
          <Icon name={props.icon} />
          {props.word}
        </span>
      </td>
      <td className="num">
        <Count of={loans} />
      </td>
      <td className="num">
        <NumberLink href={amountVnd.href} isZero={value === 0n}>
          {props.isPlain ? formatMillions(value) : formatMillionsSigned(value * props.sign)}
        </NumberLink>
      </td>
    </tr>
  );
}

function Count({ of }: { of: PreviewNumber }): ReactElement {
  return (
    <NumberLink href={of.href} isZero={BigInt(of.value) === 0n}>
      {formatInteger(of.value)}
    </NumberLink>
  );
}
