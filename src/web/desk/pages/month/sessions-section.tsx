import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { addMonths, formatDate } from '../../../../kernel/dates.ts';
import { listSessions } from '../../../../modules/sessions/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatMillions } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { type ListFilter, paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { heldNote } from './held-days.ts';
import type { MonthWithFigures, SectionProps } from './month.ts';
import { sessionNumbers } from './numbers.ts';

type Session = OutputOf<typeof listSessions>['sessions'][number];

const LIST = 'due_at_coming_sessions';

/** What falls due at each of the coming sessions, and the day people meet where a notice moved it. */
export function ComingSessions({ month, communeCode }: SectionProps): ReactElement {
  const me = useMe();
  const { communeId, dataDate } = month;
  // The calendar answers by the day a session is held, and a notice moves one by a month at most [SE4].
  const from = addMonths(dataDate, -1);
  const to = addMonths(month.dueBySession.at(-1)?.sessionOn ?? dataDate, 1);
  const calendar = useQuestion(listSessions, { communeId, from, to }, { enabled: may(me, listSessions) });
  return <SessionsSection month={month} communeCode={communeCode} sessions={calendar.data?.sessions ?? []} />;
}

/**
 * What falls due at each of the coming sessions, and how many of its borrowers can be reached. Money falls due on the
 * bank's day whatever a notice says: the day people meet stands beside it.
 */
export function SessionsSection({
  month,
  communeCode,
  sessions,
}: SectionProps & { readonly sessions: readonly Session[] }): ReactElement {
  const filter = { xa: communeCode, ngay: month.dataDate };
  return (
    <Section
      title="Đến hạn theo phiên"
      actions={
        <AppLink className="twin" href={paths.list(LIST, filter)}>
          Danh sách
        </AppLink>
      }
    >
      {month.dueBySession.length === 0 ? (
        <EmptyState>
          Chưa có lịch phiên giao dịch. Cán bộ tín dụng ghi điểm giao dịch ở Lịch phiên.
        </EmptyState>
      ) : (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">Phiên</th>
              <th scope="col" className="num">
                Món
              </th>
              <th scope="col" className="num">
                Triệu đồng
              </th>
              <th scope="col" className="num">
                Liên lạc được
              </th>
            </tr>
          </thead>
          <tbody>
            {month.dueBySession.map((due) => (
              <SessionRow
                key={due.sessionOn}
                due={due}
                note={heldNote(sessions, due.sessionOn)}
                filter={filter}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function SessionRow(props: {
  due: MonthWithFigures['dueBySession'][number];
  note: string;
  filter: ListFilter;
}): ReactElement {
  const { due, note } = props;
  const numbers = sessionNumbers(due, props.filter);
  const isZero = due.loans === 0;
  return (
    <tr>
      <td>
        {formatDate(due.sessionOn)}
        {note === '' ? null : <span className="sub">{note}</span>}
      </td>
      <td className="num">
        <NumberLink href={numbers.loans.href} isZero={isZero}>
          {formatInteger(due.loans)}
        </NumberLink>
      </td>
      <td className="num">
        <NumberLink href={numbers.amountVnd.href} isZero={isZero}>
          {formatMillions(due.amountVnd)}
        </NumberLink>
      </td>
      <td className="num">
        {isZero ? <span className="zero">không có</span> : <Reachable numbers={numbers} />}
      </td>
    </tr>
  );
}

/** `3/5`: those who can be reached, of all; each opens its people. */
function Reachable({ numbers }: { numbers: ReturnType<typeof sessionNumbers> }): ReactElement {
  const { reachableCustomers: reachable, customers } = numbers;
  const isAll = reachable.value === customers.value;
  return (
    <Status
      tone={isAll ? 'good' : reachable.value === 0 ? 'bad' : 'warn'}
      icon={isAll ? 'phone' : 'phoneMissing'}
    >
      <span>
        <NumberLink href={reachable.href} isZero={reachable.value === 0}>
          {reachable.value.toString()}
        </NumberLink>
        /<NumberLink href={customers.href}>{customers.value.toString()}</NumberLink>
      </span>
    </Status>
  );
}
