import { type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { showInterestCheck } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Status } from '../../../shared/components/status.tsx';
import { formatMonth, formatVnd } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { AccrualDrawer } from './accrual-drawer.tsx';
import { RESULTS } from './check-words.ts';

/** For the bank: how the month's accrual of an open loan compares with ours, in one line that opens the derivation. */
export function AccrualLine(props: {
  readonly loan: {
    readonly communeId: Id;
    readonly contractNo: string;
    readonly dataDate: BusinessDate;
    readonly outstandingVnd: bigint;
  };
}): ReactElement | null {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const { communeId, contractNo, dataDate, outstandingVnd } = props.loan;
  const asked = { communeId, contractNo, dataDate };
  const { data } = useQuestion(showInterestCheck, asked, {
    enabled: may(me, showInterestCheck) && outstandingVnd > 0n,
  });
  if (data === undefined || data.contractNo !== contractNo) return null;
  const { tone, icon, word } = RESULTS[data.result];
  return (
    <div className="accrual-line small">
      <span className="dim">
        Lãi dự thu tháng {formatMonth(dataDate)}: tệp {formatVnd(data.fileVnd)}
        {data.oursVnd === null ? '' : `, tính lại ${formatVnd(data.oursVnd)}`}
      </span>
      <Status tone={tone} icon={icon} small>
        {word}
      </Status>
      <button type="button" className="link small no-print" onClick={() => setOpen(true)}>
        Cách tính<span className="sr"> lãi dự thu khế ước {contractNo}</span>
      </button>
      {isOpen ? <AccrualDrawer loan={asked} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
