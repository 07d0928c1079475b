import { implement, type ModuleRoutes } from '../../platform/http/implement.ts';
import { checkInterest } from './check-interest.ts';
import * as contract from './contract.ts';
import { countLists } from './count-lists.ts';
import { explainEntry } from './explain-entry.ts';
import { explainNextSession } from './explain-next-session.ts';
import { exportFaults } from './export-faults.ts';
import { exportList } from './export-list.ts';
import { exportParts } from './export-parts.ts';
import { exportStagedLoans } from './export-staged-loans.ts';
import type { FindSessions } from './find-sessions.ts';
import { listControlCells } from './list-control-cells.ts';
import { listDataDates } from './list-data-dates.ts';
import { listHouseholdLoans } from './list-household-loans.ts';
import { listInterestChecks } from './list-interest-checks.ts';
import { listLoans } from './list-loans.ts';
import { listParts } from './list-parts.ts';
import { listStagedLoans } from './list-staged-loans.ts';
import { nameLists } from './name-lists.ts';
import { previewImport } from './preview-import.ts';
import { previewUndo } from './preview-undo.ts';
import { publishImport } from './publish-import.ts';
import { reconcile } from './reconcile.ts';
import { PORTFOLIO_REFUSALS } from './refusals.ts';
import { searchContracts } from './search-contracts.ts';
import { showCommuneMonth } from './show-commune-month.ts';
import { showInterestCheck } from './show-interest-check.ts';
import { showLoan } from './show-loan.ts';
import { showOfficeMonth } from './show-office-month.ts';
import { showSummary } from './show-summary.ts';
import { startPublishing } from './start-publishing.ts';
import { undoImport } from './undo-import.ts';

/** What the portfolio offers to HTTP. It knows moved sessions by whoever keeps the calendar. */
export const portfolioRoutes = (findSessions: FindSessions): ModuleRoutes => ({
  implementations: [
    implement(contract.listDataDates, listDataDates),
    implement(contract.showCommuneMonth, showCommuneMonth),
    implement(contract.showOfficeMonth, showOfficeMonth),
    implement(contract.showSummary, showSummary),
    implement(contract.listLoans, listLoans),
    implement(contract.listParts, listParts),
    implement(contract.exportList, exportList),
    implement(contract.exportParts, exportParts),
    implement(contract.nameLists, nameLists),
    implement(contract.countLists, countLists),
    implement(contract.explainEntry, explainEntry),
    implement(contract.showLoan, (input, context) => showLoan(input, context, findSessions)),
    implement(contract.listHouseholdLoans, (input, context) =>
      listHouseholdLoans(input, context, findSessions),
    ),
    implement(contract.searchContracts, searchContracts),
    implement(contract.previewImport, previewImport),
    implement(contract.listControlCells, listControlCells),
    implement(contract.listStagedLoans, listStagedLoans),
    implement(contract.exportStagedLoans, exportStagedLoans),
    implement(contract.exportFaults, exportFaults),
    implement(contract.publishImport, publishImport),
    implement(contract.startPublishing, startPublishing),
    implement(contract.previewUndo, previewUndo),
    implement(contract.undoImport, undoImport),
    implement(contract.reconcile, reconcile),
    implement(contract.checkInterest, checkInterest),
    implement(contract.listInterestChecks, listInterestChecks),
    implement(contract.showInterestCheck, showInterestCheck),
    implement(contract.explainNextSession, (input, context) =>
      explainNextSession(input, context, findSessions),
    ),
  ],
  refusals: PORTFOLIO_REFUSALS,
});
