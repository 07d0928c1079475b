import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatMillions } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { MonthWithFigures, SectionProps } from './month.ts';

const LIST = 'due_at_coming_sessions';

/** What falls due at each of the coming sessions, and how many of its borrowers can be reached. */
export function SessionsSection({ month, communeCode }: SectionProps): ReactElement {
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
          Xã chưa có lịch phiên giao dịch. Cán bộ tín dụng ghi điểm giao dịch ở Lịch phiên.
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
                href={paths.list(LIST, { ...filter, tu: due.sessionOn, den: due.sessionOn })}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function SessionRow({
  due,
  href,
}: {
  due: MonthWithFigures['dueBySession'][number];
  href: string;
}): ReactElement {
  const isZero = due.loans === 0;
  return (
    <tr>
      <td>{formatDate(due.sessionOn)}</td>
      <td className="num">
        <NumberLink href={href} isZero={isZero}>
          {formatInteger(due.loans)}
        </NumberLink>
      </td>
      <td className="num">
        <NumberLink href={href} isZero={isZero}>
          {formatMillions(due.amountVnd)}
        </NumberLink>
      </td>
      <td className="num">
        {isZero ? (
          <span className="zero">không có</span>
        ) : (
          <Reachable reachable={due.reachableCustomers} customers={due.customers} />
        )}
      </td>
    </tr>
  );
}

function Reachable({ reachable, customers }: { reachable: number; customers: number }): ReactElement {
  const tone = reachable === customers ? 'good' : reachable === 0 ? 'bad' : 'warn';
  return (
    <Status tone={tone} icon={reachable === customers ? 'phone' : 'phoneMissing'}>
      {reachable}/{customers}
    </Status>
  );
}
