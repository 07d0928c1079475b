import { defineRoutes, implement, implementMaking } from '../../platform/http/implement.ts';
import { REGISTRY_REFUSALS } from '../registry/index.ts';
import { addAddendum } from './add-addendum.ts';
import { addAttendee } from './add-attendee.ts';
import { addConclusion } from './add-conclusion.ts';
import { answerDifficulty } from './answer-difficulty.ts';
import { changeConclusion } from './change-conclusion.ts';
import { closeBriefing } from './close-briefing.ts';
import * as contract from './contract.ts';
import { dropDifficulty } from './drop-difficulty.ts';
import { followBriefing } from './follow-briefing.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { givePlace } from './give-place.ts';
import { listBorrowerNames } from './list-borrower-names.ts';
import { listBriefings } from './list-briefings.ts';
import { listDifficultiesAbout } from './list-difficulties-about.ts';
import { listHouseholdNames } from './list-household-names.ts';
import { listMyBriefings } from './list-my-briefings.ts';
import { listPolicyNews } from './list-policy-news.ts';
import { listSeats } from './list-seats.ts';
import { listWaitingDifficulties } from './list-waiting-difficulties.ts';
import { openBriefing } from './open-briefing.ts';
import { orderTalkingPoints } from './order-talking-points.ts';
import { exportPaper } from './papers/export-paper.ts';
import { listPapers } from './papers/list-papers.ts';
import { listTemplates } from './papers/list-templates.ts';
import { numberPaper } from './papers/number-paper.ts';
import { previewTemplate } from './papers/preview-template.ts';
import { writeTemplate } from './papers/write-template.ts';
import { prepareBriefing } from './prepare-briefing.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { reachAgendaItem } from './reach-agenda-item.ts';
import { recordAttendance } from './record-attendance.ts';
import { GOVERNANCE_REFUSALS } from './refusals.ts';
import { removeAttendee } from './remove-attendee.ts';
import { removeConclusion } from './remove-conclusion.ts';
import { resetTalkingPoint } from './reset-talking-point.ts';
import { settleConclusion } from './settle-conclusion.ts';
import { settleTalkingPoint } from './settle-talking-point.ts';
import { showAgendaTemplate } from './show-agenda-template.ts';
import { showBriefing } from './show-briefing.ts';
import { showBriefingFigures } from './show-briefing-figures.ts';
import { takeOverFigures } from './take-over-figures.ts';
import { tellMeetingHour } from './tell-meeting-hour.ts';
import { writeAgenda } from './write-agenda.ts';
import { writeAgendaTemplate } from './write-agenda-template.ts';
import { writeTalkingPoint } from './write-talking-point.ts';

/** What briefings offer over HTTP. */
export const governanceRoutes = defineRoutes({ ...REGISTRY_REFUSALS, ...GOVERNANCE_REFUSALS }, [
  implement(contract.listBriefings, listBriefings),
  implement(contract.listMyBriefings, listMyBriefings),
  implement(contract.listPolicyNews, listPolicyNews),
  implement(contract.prepareBriefing, prepareBriefing),
  implement(contract.tellMeetingHour, tellMeetingHour),
  implement(contract.showBriefing, showBriefing),
  implement(contract.followBriefing, followBriefing),
  implement(contract.listSeats, listSeats),
  implement(contract.listHouseholdNames, listHouseholdNames),
  implement(contract.listBorrowerNames, listBorrowerNames),
  implement(contract.writeAgenda, writeAgenda),
  implement(contract.reachAgendaItem, reachAgendaItem),
  implement(contract.showAgendaTemplate, showAgendaTemplate),
  implement(contract.writeAgendaTemplate, writeAgendaTemplate),
  implement(contract.openBriefing, openBriefing),
  implement(contract.recordAttendance, recordAttendance),
  implement(contract.addAttendee, addAttendee),
  implement(contract.removeAttendee, removeAttendee),
  implement(contract.givePlace, givePlace),
  implement(contract.closeBriefing, closeBriefing),
  implement(contract.addAddendum, addAddendum),
  implement(contract.addConclusion, addConclusion),
  implement(contract.changeConclusion, changeConclusion),
  implement(contract.settleConclusion, settleConclusion),
  implement(contract.removeConclusion, removeConclusion),
  implement(contract.listWaitingDifficulties, listWaitingDifficulties),
  implement(contract.listDifficultiesAbout, listDifficultiesAbout),
  implement(contract.raiseDifficulty, raiseDifficulty),
  implement(contract.answerDifficulty, answerDifficulty),
  implement(contract.giveDifficulty, giveDifficulty),
  implement(contract.dropDifficulty, dropDifficulty),
  implement(contract.showBriefingFigures, showBriefingFigures),
  implement(contract.takeOverFigures, takeOverFigures),
  implement(contract.writeTalkingPoint, writeTalkingPoint),
  implement(contract.settleTalkingPoint, settleTalkingPoint),
  implement(contract.orderTalkingPoints, orderTalkingPoints),
  implement(contract.resetTalkingPoint, resetTalkingPoint),
  implement(contract.listPapers, listPapers),
  implementMaking(contract.exportPaper, exportPaper),
  implement(contract.numberPaper, numberPaper),
  implement(contract.listTemplates, listTemplates),
  implement(contract.writeTemplate, writeTemplate),
  // Nothing is written, so there is nothing to note.
  implementMaking(contract.previewTemplate, previewTemplate, { audit: 'whatIsNoted' }),
]);
