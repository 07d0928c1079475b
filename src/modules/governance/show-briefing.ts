import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { ruleValues } from '../programmes/index.ts';
import { areaNames } from '../registry/index.ts';
import type { showBriefing as operation } from './contract.ts';
import { selectAddenda } from './db/addenda.ts';
import { type AgendaRow, selectAgenda } from './db/agenda.ts';
import { type BriefingRow, selectBriefing } from './db/briefings.ts';
import { selectBriefingBefore } from './db/briefings-around.ts';
import { selectBriefingOfSession, selectCancelledOfSession } from './db/briefings-of-session.ts';
import { selectGivenBack } from './db/cancellations.ts';
import { selectConclusions, selectConflicts, selectTakenOut } from './db/conclusions.ts';
import { selectKeptFrom } from './db/kept-from-cancelled.ts';
import { difficultiesOfBriefing } from './difficulties-of-briefing.ts';
import { invitedOf } from './domain/addressees.ts';
import { chairOf, chairPartOf, chairToBe, countParts, missingParts } from './domain/attendance.ts';
import { isEnded, isHeld } from './domain/briefing.ts';
import { countTold } from './domain/cancellation.ts';
import { expectedNow } from './domain/offices-anew.ts';
import { placesReached } from './find-asking.ts';
import { countCalledOff } from './find-called-off.ts';
import { findCancellations } from './find-cancellations.ts';
import { countInvitedOtherwise } from './find-invitations.ts';
import { findPersons } from './find-persons.ts';
import { findSessionOfBriefing } from './find-session-of-briefing.ts';
import { type HallTexts, hallTexts } from './hall-texts.ts';
import { ownersInMeeting } from './owners-now.ts';
import { attendeesShown } from './renew-attendees.ts';
import { agendaShown, attendeeShown, conclusionShown, headShown } from './shown.ts';
import { takenOffShown } from './taken-off-shown.ts';

type Output = OutputOf<typeof operation>;

/** A briefing with everything that people write in it. */
export async function showBriefing(
  { communeId, briefingId }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<Output, 'notFound'>> {
  const { tx, clock } = context;
  const briefing = await selectBriefing(tx, communeId, briefingId);
  if (!briefing) return refuse('notFound');
  const within = { communeId, briefingId };
  const names = await areaNames(tx, [communeId], briefing.heldOn);
  const rules = await ruleValues(tx, briefing.heldOn);
  const chairPart = chairPartOf(rules.of('briefingChair').value);
  const attendees = await attendeesShown(context, briefing);
  const counted = briefing.state === 'preparing' ? expectedNow(attendees) : attendees;
  const conflicts = await selectConflicts(tx, communeId, briefingId);
  const conclusions = await selectConclusions(tx, communeId, briefingId);
  const ownerOf = await ownersInMeeting(context, communeId, conclusions);
  const before = await selectBriefingBefore(tx, briefing);
  const hall = await hallTexts(context, {
    communeId,
    briefingIds: [briefingId, ...(before ? [before.id] : [])],
    on: briefing.heldOn,
  });
  return {
    ...headShown(briefing),
    hourToldByName: briefing.hourToldByName,
    communeName: names.get(communeId) ?? '',
    today: clock.today(),
    chairPart,
    // In a meeting who chaired when it began goes on as its list does [GV201].
    chairedBy: (briefing.state === 'preparing' ? chairToBe : chairOf)(attendees, chairPart),
    hallHouseholdLevel: Number(rules.of('hallHouseholdLevel').value),
    agenda: (await selectAgenda(tx, communeId, briefingId)).map((row) => agendaInHall(row, hall)),
    agendaVersion: briefing.agendaVersion,
    agendaWrittenByName: briefing.agendaWrittenByName,
    attendees: attendees.map(attendeeShown),
    parts: countParts(counted),
    missingParts: missingParts(counted),
    difficulties: await difficultiesOfBriefing(context, briefing, hall),
    conclusions: conclusions.map((row) => {
      const { ownerNow, inHall } = ownerOf(row);
      return {
        ...{ ...conclusionShown(row, conflicts), ownerNow },
        hallText: hall.ofConclusion(row),
        hallOwner: inHall === null ? null : hall.ofName(inHall),
      };
    }),
    takenOut: await takenOutOf(context, briefing),
    takenOff: await takenOffShown(context, briefing, attendees),
    before: before ? await concludedAt(context, before, hall) : null,
    addenda: (await selectAddenda(tx, within)).map(({ id: addendumId, writtenAt, ...row }) => ({
      ...row,
      addendumId,
      writtenAt: writtenAt.toISOString(),
    })),
    ...(await countInvited(context, briefing, { attendees, chairPart })),
    keptFrom: await keptFromShown(context, briefing),
    cancelled: await cancelledShown({ tx }, briefing, hall),
  };
}

/** How many of the people who are asked have to be invited anew. */
async function countInvited(
  context: HandlerContext,
  briefing: BriefingRow,
  {
    attendees,
    chairPart,
  }: { readonly attendees: Parameters<typeof findPersons>[2]; readonly chairPart: Output['chairPart'] },
): Promise<Pick<Output, 'invitedOtherwise' | 'calledOff'>> {
  const reached = await placesReached(context, briefing, attendees);
  const asking = { chairPart, isHeld: isHeld(briefing.state), reached };
  const invited = invitedOf(attendees, await findPersons(context, briefing, attendees), asking);
  return {
    invitedOtherwise: await countInvitedOtherwise(context, briefing, invited),
    calledOff: await countCalledOff(context, briefing, invited),
  };
}

/** An item of the agenda, with what the hall may show of what people wrote for it. */
function agendaInHall(row: AgendaRow, hall: HallTexts): Output['agenda'][number] {
  const hallNote = row.note === null ? null : hall.ofNote(row.note);
  return { ...agendaShown(row), hallTitle: hall.ofName(row.title), hallNote };
}

/** The lines that were taken out while people may still have them open. */
async function takenOutOf(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeId, id, state }: BriefingRow,
): Promise<Output['takenOut']> {
  if (isEnded(state)) return [];
  const lines = await selectTakenOut(tx, communeId, id);
  return lines.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }));
}

/** What the last closed briefing of the same point concluded: the next one opens with it. */
async function concludedAt(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeId, id: briefingId, metOn }: BriefingRow,
  hall: HallTexts,
): Promise<NonNullable<Output['before']>> {
  const conclusions = await selectConclusions(tx, communeId, briefingId);
  return {
    briefingId,
    heldOn: metOn,
    conclusions: conclusions.map((row) => {
      const { id: conclusionId, text, ownerName, dueOn } = row;
      const hallOwner = ownerName === null ? null : hall.ofName(ownerName);
      return { conclusionId, text, hallText: hall.ofConclusion(row), ownerName, hallOwner, dueOn };
    }),
  };
}

/** Where a briefing goes on from, while that is of use to who prepares or holds it [GV185]. */
async function keptFromShown(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeId, id: briefingId, state }: BriefingRow,
): Promise<Output['keptFrom']> {
  const kept = isEnded(state) ? undefined : await selectKeptFrom(tx, { communeId, briefingId });
  if (!kept) return null;
  return { ...kept, cancelledAt: kept.cancelledAt.toISOString(), parts: [...kept.parts] };
}

/** Of a briefing that is not held: who said so and why, where its difficulties went, who is told, and what was prepared in its place. */
async function cancelledShown(
  { tx }: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
  hall: HallTexts,
): Promise<Output['cancelled']> {
  const { communeId, id: briefingId, cancelledAt, cancelledByName, cancelReason } = briefing;
  if (cancelledAt === null || cancelledByName === null || cancelReason === null) return null;
  const told = await findCancellations({ tx }, { communeId, briefingId });
  const [last] = await selectCancelledOfSession(tx, briefing);
  return {
    byName: cancelledByName,
    at: cancelledAt.toISOString(),
    reason: cancelReason,
    hallReason: hall.ofSentence('reason', cancelReason),
    givenBack: await selectGivenBack(tx, { communeId, briefingId }),
    ...countTold(told.map(({ state }) => state)),
    preparedAnew: (await selectBriefingOfSession(tx, briefing))?.id ?? null,
    sessionOn: (await findSessionOfBriefing(tx, briefing))?.heldOn ?? null,
    isGoneOnFrom: last?.id === briefingId,
  };
}
