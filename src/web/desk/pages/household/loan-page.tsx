import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { showLoan } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { paths } from '../../paths.ts';
import { useLeaderNames, useProgrammeNames } from '../../reference.ts';
import { communeOf, type Me, useMe } from '../../session.tsx';
import { DataDateSwitcher, StaleFigures } from '../../shell/data-date.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { placeOf } from '../month/watch-section.tsx';
import { BalancesSection, LoanSection, LoanState, TimelineSection } from './loan-sections.tsx';

/** One loan over all dates, for borrowers who are in no household known here. */
export function LoanPage(): ReactElement {
  const me = useMe();
  const { commune: code, contract } = useAddressParams();
  const commune = communeOf(me, code);
  if (commune === undefined || code === undefined || contract === undefined) return <NotFound />;
  return <Loan communeId={commune.id} communeCode={code} contractNo={contract} />;
}

function Loan(props: {
  communeId: Me['communes'][number]['id'];
  communeCode: string;
  contractNo: string;
}): ReactElement {
  const asked = askedDate(useSearchParams());
  const programmeOf = useProgrammeNames();
  const leaderOf = useLeaderNames(props.communeId);
  useTitle(`Khế ước ${props.contractNo}`);
  const answer = useQuestion(showLoan, {
    communeId: props.communeId,
    contractNo: props.contractNo,
    ...(asked === undefined ? {} : { dataDate: asked }),
  });
  return (
    <Page
      tools={
        <DataDateSwitcher
          communeId={props.communeId}
          asked={asked}
          hrefOf={(date) => paths.loan(props.communeCode, props.contractNo, date)}
        />
      }
    >
      <Show answer={answer} rows={10} nothing={<NothingHere />}>
        {(loan) => (
          <>
            <PageHead
              title={loan.customerName ?? `Khách hàng ${loan.customerCode}`}
              mark={<LoanState loan={loan} />}
            >
              {placeOf(loan, leaderOf)}. Số liệu {formatDate(loan.dataDate)}.{' '}
              <StaleFigures communeId={props.communeId} />
            </PageHead>
            <div className="stack">
              <LoanSection loan={loan} communeCode={props.communeCode} programmeOf={programmeOf} />
              <BalancesSection loan={loan} />
              <TimelineSection loans={[loan]} programmeOf={programmeOf} />
            </div>
            <SourceLine>Số dư và lãi tồn: Báo cáo 31, số liệu ngày {formatDate(loan.dataDate)}.</SourceLine>
          </>
        )}
      </Show>
    </Page>
  );
}
