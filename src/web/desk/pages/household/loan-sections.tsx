import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { Money } from '../../../shared/components/money.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Chip, Status } from '../../../shared/components/status.tsx';
import { formatRate } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { useListTitle } from '../../list-titles.ts';
import { paths } from '../../paths.ts';
import type { NameOf } from '../../reference.ts';
import { NextSessionDrawer } from '../interest/accrual-drawer.tsx';
import { AccrualLine } from '../interest/accrual-line.tsx';
import { sessionWords } from '../interest/session-words.ts';
import { type LoanDetail, timelineOf } from './timeline.ts';

/** Where a loan stands: in term, overdue, frozen or settled. */
export function LoanState({ loan }: { readonly loan: LoanDetail }): ReactElement {
  if (loan.isClosed) return <Chip tone="dim">Đã tất toán</Chip>;
  if (loan.overdueVnd > 0n)
    return (
      <Chip tone="bad" icon="warning">
        {loan.overdueSince === null ? 'Quá hạn' : `Quá hạn từ ${formatDate(loan.overdueSince)}`}
      </Chip>
    );
  if (loan.frozenVnd > 0n)
    return (
      <Chip tone="hold" icon="frozen">
        {loan.freezeEndsOn === null ? 'Khoanh' : `Khoanh đến ${formatDate(loan.freezeEndsOn)}`}
      </Chip>
    );
  return (
    <Chip tone="good" icon="check">
      Trong hạn
    </Chip>
  );
}

/** One loan at the chosen date: what it is, what is owed, what is to come, which lists it stands on. */
export function LoanSection(props: {
  readonly loan: LoanDetail;
  readonly communeCode: string;
  readonly programmeOf: NameOf;
}): ReactElement {
  const { loan, communeCode } = props;
  const titleOf = useListTitle(loan.dataDate);
  const name = props.programmeOf(loan.programmeCode) ?? `Chương trình ${loan.programmeCode}`;
  return (
    <Section
      title={name}
      label={`${name}, khế ước ${loan.contractNo}`}
      note={<span className="nowrap">Khế ước {loan.contractNo}</span>}
      actions={<LoanState loan={loan} />}
    >
      <div className="pairs">
        <dl className="kv">
          <Pair name="Dư nợ" value={<Money amountVnd={loan.outstandingVnd} />} isTotal />
          <Pair name="Lãi tồn" value={<Money amountVnd={loan.unpaidInterestVnd} />} />
          <Pair name="Mức vay" value={<Money amountVnd={loan.approvedVnd} />} />
          <Pair name="Đã trả gốc" value={<Money amountVnd={loan.principalPaidVnd} />} />
          <Pair name="Đã trả lãi" value={<Money amountVnd={loan.interestPaidVnd} />} />
        </dl>
        <dl className="kv">
          <Pair name="Lãi suất" value={formatRate(loan.rateBpsPerYear)} />
          <Pair name="Mục đích" value={loan.purpose ?? <Unknown />} />
          <Pair name="Giải ngân" value={dateText(loan.firstDisbursedOn)} />
          <Pair name="Đến hạn theo hợp đồng" value={dateText(loan.dueOnContract)} />
          {loan.dueOnExtended === null ? null : (
            <Pair name="Đến hạn theo gia hạn" value={dateText(loan.dueOnExtended)} />
          )}
          <Pair name="Đến hạn theo phiên" value={dateText(loan.dueOnSession)} />
          <Pair name="Giao dịch gần nhất" value={dateText(loan.lastTransactionOn)} />
        </dl>
      </div>
      <NextSession loan={loan} />
      <AccrualLine loan={loan} />
      {loan.lists.length === 0 ? null : (
        <p className="in-text small dim">
          Có tên trong:{' '}
          {loan.lists.map((list, index) => (
            <span key={list}>
              {index > 0 ? ', ' : ''}
              <AppLink href={paths.list(list, { xa: communeCode, ngay: loan.dataDate, vi: loan.contractNo })}>
                {titleOf(list)}
              </AppLink>
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}

/** What is to come at the next session, and how its interest comes about. */
function NextSession({ loan }: { loan: LoanDetail }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { nextSession, communeId, contractNo, dataDate } = loan;
  if (nextSession === null) return null;
  return (
    <div className={nextSession.movesToOverdueIfUnpaid ? 'notice warn' : 'notice'}>
      <p>
        Phiên {sessionWords(nextSession)}: lãi phải nộp <Money amountVnd={nextSession.interestDueVnd} />
        {nextSession.ofWhichUnpaidVnd > 0n ? (
          <>
            , trong đó lãi tồn <Money amountVnd={nextSession.ofWhichUnpaidVnd} />
          </>
        ) : null}
        {nextSession.principalDueVnd > 0n ? (
          <>
            , gốc đến hạn <Money amountVnd={nextSession.principalDueVnd} />
          </>
        ) : null}
        .
        {nextSession.movesToOverdueIfUnpaid ? (
          <>
            {' '}
            Hết phiên chưa trả, <Money amountVnd={loan.inTermVnd} /> gốc chuyển quá hạn.
          </>
        ) : null}{' '}
        <button type="button" className="link no-print" onClick={() => setOpen(true)}>
          Cách tính<span className="sr"> lãi phiên kế tiếp, khế ước {contractNo}</span>
        </button>
      </p>
      {isOpen ? (
        <NextSessionDrawer loan={{ communeId, contractNo, dataDate }} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  );
}

/** What happened to the loans, newest first. */
export function TimelineSection(props: {
  readonly loans: readonly LoanDetail[];
  readonly programmeOf: NameOf;
}): ReactElement {
  const entries = timelineOf(props.loans, props.programmeOf);
  return (
    <Section title="Diễn biến" note="Theo số liệu các tháng">
      {entries.length === 0 ? (
        <EmptyState>Chưa có diễn biến nào trong số liệu đã nhập.</EmptyState>
      ) : (
        <table className="t tl">
          <thead className="sr">
            <tr>
              <th scope="col">Ngày</th>
              <th scope="col">Việc</th>
              <th scope="col">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.key}>
                <td>{formatDate(entry.on)}</td>
                <td>
                  {entry.text}
                  <span className="sub">{entry.detail}</span>
                </td>
                <td>
                  {entry.state === '' ? null : (
                    <Status tone={entry.tone} icon={entry.icon} small>
                      {entry.state}
                    </Status>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** A loan's balances over all dates. */
export function BalancesSection({ loan }: { readonly loan: LoanDetail }): ReactElement {
  return (
    <Section title="Số dư qua các tháng">
      <p className="scroll-hint small dim no-print">Bảng rộng hơn màn hình: vuốt ngang để xem đủ các cột.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus. */}
      <section className="scroll-x" aria-label="Số dư qua các tháng, bảng" tabIndex={0}>
        <table className="t d">
          <thead>
            <tr>
              <th scope="col">Số liệu</th>
              <th scope="col" className="num">
                Dư nợ
              </th>
              <th scope="col" className="num">
                Quá hạn
              </th>
              <th scope="col" className="num">
                Lãi tồn
              </th>
              <th scope="col" className="num">
                Thu gốc
              </th>
              <th scope="col" className="num">
                Thu lãi
              </th>
            </tr>
          </thead>
          <tbody>
            {loan.dates.map((at) => (
              <tr key={at.dataDate}>
                <td>{formatDate(at.dataDate)}</td>
                <td className="num">
                  <Money amountVnd={at.outstandingVnd} />
                </td>
                <td className="num">
                  <Money amountVnd={at.overdueVnd} />
                </td>
                <td className="num">
                  <Money amountVnd={at.unpaidInterestVnd} />
                </td>
                <td className="num">
                  <Money amountVnd={at.collectedMonthVnd} />
                </td>
                <td className="num">
                  <Money amountVnd={at.interestMonthVnd} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

/** A name and its value in a list of facts. */
export function Pair(props: {
  readonly name: string;
  readonly value: React.ReactNode;
  readonly isTotal?: boolean;
}): ReactElement {
  return (
    <div className={props.isTotal ? 'tot' : undefined}>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function Unknown(): ReactElement {
  return <span className="faint">tệp không ghi</span>;
}

function dateText(date: LoanDetail['dueOnContract']): React.ReactNode {
  return date === null ? <Unknown /> : formatDate(date);
}
