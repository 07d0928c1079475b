import { type ReactNode, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { raiseDifficulty } from '../../../../modules/governance/contract.ts';
import type { listLoans } from '../../../../modules/portfolio/contract.ts';
import { may, useMe } from '../../session.tsx';
import { ofHousehold } from '../briefing/difficulty-subject.ts';
import { RaiseDialog } from '../briefing/raise-difficulty.tsx';

type Loan = OutputOf<typeof listLoans>['rows'][number];

/**
 * Raises difficulties from the rows of a list [GV99]. The form is for beside the table, not within: the table's own keys move from
 * cell to cell.
 *
 * @returns what a row does, undefined for those who may not; and the form while it is open
 */
export function useRaiseFromRow(): {
  readonly onRaise: ((loan: Loan) => void) | undefined;
  readonly form: ReactNode;
} {
  const me = useMe();
  const [loan, setLoan] = useState<Loan>();
  return {
    onRaise: may(me, raiseDifficulty) ? setLoan : undefined,
    form:
      loan === undefined ? null : (
        <RaiseDialog
          subject={ofHousehold(loan)}
          name={loan.customerName ?? loan.customerCode}
          onDone={() => setLoan(undefined)}
        />
      ),
  };
}
