import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { addDays, type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { explainNextSession, showInterestCheck } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatMonth, formatVnd } from '../../../shared/format.ts';
import { RESULTS } from './check-words.ts';
import { DerivationParts } from './derivation-parts.tsx';
import { sessionWords } from './session-words.ts';

type Loan = { readonly communeId: Id; readonly contractNo: string; readonly dataDate: BusinessDate };

/** What the check says of one loan, at the side: the file's accrual, ours, and how ours came about. */
export function AccrualDrawer({
  loan,
  onClose,
}: {
  readonly loan: Loan;
  readonly onClose: () => void;
}): ReactElement {
  const answer = useQuestion(showInterestCheck, loan);
  return (
    <Dialog isDrawer title={`Lãi dự thu tháng ${formatMonth(loan.dataDate)}`} onClose={onClose}>
      <Show answer={answer} rows={8}>
        {(check) => <AccrualOf check={check} />}
      </Show>
    </Dialog>
  );
}

function AccrualOf({ check }: { check: OutputOf<typeof showInterestCheck> }): ReactElement {
  const { tone, icon, word } = RESULTS[check.result];
  return (
    <>
      <p className="dim">
        {check.customerName === null ? '' : `${check.customerName}, `}khế ước {check.contractNo}
      </p>
      <dl className="kv">
        <Line name="Tệp của ngân hàng" text={formatVnd(check.fileVnd)} />
        {check.oursVnd === null ? null : (
          <>
            <Line name="Tính lại" text={formatVnd(check.oursVnd)} />
            <Line name="Chênh lệch, tệp trừ tính lại" text={formatVnd(check.fileVnd - check.oursVnd)} />
          </>
        )}
      </dl>
      <p className="in-text">
        <Status tone={tone} icon={icon}>
          {check.reasonText === null ? word : `${word}. ${check.reasonText}`}
        </Status>
      </p>
      {check.derivation === null ? null : <DerivationParts derivation={check.derivation} />}
    </>
  );
}

/** How the interest due at a loan's next session comes about, at the side. */
export function NextSessionDrawer({
  loan,
  onClose,
}: {
  readonly loan: Loan;
  readonly onClose: () => void;
}): ReactElement {
  const answer = useQuestion(explainNextSession, loan);
  return (
    <Dialog isDrawer title="Phiên giao dịch kế tiếp" onClose={onClose}>
      <Show answer={answer} rows={8}>
        {(next) => <NextSessionOf next={next} />}
      </Show>
    </Dialog>
  );
}

function NextSessionOf({ next }: { next: OutputOf<typeof explainNextSession> }): ReactElement {
  const lastDay = addDays(next.sessionOn, -1);
  return (
    <>
      <p className="dim">
        Khế ước {next.contractNo}, phiên {sessionWords(next)}, theo số liệu ngày {formatDate(next.dataDate)}
      </p>
      <dl className="kv">
        <Line name={`Lãi tồn đến ${formatDate(next.dataDate)}`} text={formatVnd(next.unpaidInterestVnd)} />
        <Line name={`Lãi thêm đến hết ${formatDate(lastDay)}`} text={formatVnd(next.derivation.totalVnd)} />
        <Line name="Lãi phải nộp" text={formatVnd(next.interestDueVnd)} isTotal />
        <Line name="Gốc phải trả" text={formatVnd(next.principalDueVnd)} />
        <Line name="Gốc chuyển quá hạn nếu không trả" text={formatVnd(next.toOverdueIfUnpaidVnd)} />
      </dl>
      <p className="small dim in-text">Tiền thu sau ngày số liệu chưa trừ ở đây.</p>
      <DerivationParts derivation={next.derivation} />
    </>
  );
}

function Line(props: { name: string; text: string; isTotal?: boolean }): ReactElement {
  return (
    <div className={props.isTotal ? 'tot' : undefined}>
      <dt>{props.name}</dt>
      <dd>{props.text}</dd>
    </div>
  );
}
