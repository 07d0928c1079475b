import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { listLoans } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Money } from '../../../shared/components/money.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { fileOf } from '../lists/loan-file.ts';
import type { SectionProps } from './month.ts';

const LIST = 'inactive_3_months';
/** How many of them are shown. */
export const SILENT_SHOWN = 5;

/** The loans without any transaction for so long as the rule says: the largest first, the rest behind the link. */
export function SilentSection({ month, communeCode }: SectionProps): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(
    listLoans,
    { list: LIST, communeId: month.communeId, dataDate: month.dataDate, limit: SILENT_SHOWN },
    { enabled: may(me, listLoans) && month.now.inactiveLoans > 0 },
  );
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Section
      title={month.rules.inactiveTitle}
      note={
        data.totals.loans > SILENT_SHOWN
          ? `${SILENT_SHOWN} trong ${formatInteger(data.totals.loans)} món, lớn nhất trước`
          : undefined
      }
      actions={
        <AppLink className="twin" href={paths.list(LIST, { xa: communeCode, ngay: month.dataDate })}>
          {data.totals.loans > SILENT_SHOWN ? `Cả ${formatInteger(data.totals.loans)} món` : 'Danh sách'}
        </AppLink>
      }
    >
      <table className="t">
        <thead className="sr">
          <tr>
            <th scope="col">Hộ</th>
            <th scope="col">Dư nợ</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((loan) => (
            <tr key={loan.contractNo}>
              <td>
                <AppLink href={fileOf(me, loan, communeCode, month.dataDate)}>
                  {loan.customerName ?? loan.customerCode}
                </AppLink>
                <span className="sub">
                  {loan.lastTransactionOn === null
                    ? 'chưa có giao dịch nào'
                    : `gần nhất ${formatDate(loan.lastTransactionOn)}`}
                </span>
              </td>
              <td className="num">
                <Money amountVnd={loan.outstandingVnd} href={fileOf(me, loan, communeCode, month.dataDate)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
