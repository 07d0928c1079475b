import { type BusinessDate, formatDate, parts } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { ruleValues } from '../programmes/index.ts';
import { findSessions, type SessionDay } from '../sessions/index.ts';
import { agendaToBeginWith } from './agenda-template-of.ts';
import { bringToBeginWith } from './bring-to-begin-with.ts';
import type { prepareBriefing as operation } from './contract.ts';
import { writeAgenda } from './db/agenda.ts';
import { insertAttendees } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectBriefingBefore } from './db/briefings-around.ts';
import {
  insertBriefing,
  selectBriefingOfSession,
  selectCancelledOfSession,
} from './db/briefings-of-session.ts';
import { adoptDifficulties } from './db/difficulties.ts';
import { writeBring } from './db/invitations.ts';
import type { Within } from './db/within.ts';
import { attendeesToAsk } from './domain/attendees-to-ask.ts';
import { firstDayToPrepare, mayPrepare } from './domain/briefing.ts';
import { minutesNumberText } from './domain/minutes.ts';
import { findOffices } from './find-seats.ts';
import { keepFigures } from './keep-figures.ts';
import { type Begun, keepFromCancelled } from './keep-from-cancelled.ts';
import { planHour } from './plan-hour.ts';
import { policyNote } from './policy-note.ts';
import { prepareFigures } from './prepare-figures.ts';
import { communeAt } from './seats-of-list.ts';
import { takeBackCallingOff } from './take-back-calling-off.ts';

/**
 * Prepares the briefing of a session [GV1]–[GV4], [GV185]; answers the one that stands when it was prepared already, and refuses where its
 * minutes are closed, under whichever day of the month [GV193].
 */
export const prepareBriefing: Handler<typeof operation> = async (
  { communeId, pointCode, heldOn },
  context,
) => {
  const { tx, caller, clock, newId, note } = context;
  const sessions = await findSessions(tx, { communeId, from: heldOn, to: heldOn });
  const session = sessions.find((one) => one.point.pointCode === pointCode && one.heldOn === heldOn);
  if (!session) return refuse('noSessionToBrief', { point: pointCode, heldOn: formatDate(heldOn) });
  const days = Number((await ruleValues(tx, clock.today())).of('briefingPrepareDays').value);
  if (!mayPrepare(clock.today(), heldOn, days)) {
    const firstDay = formatDate(firstDayToPrepare(heldOn, days));
    return refuse('tooEarlyToPrepare', { heldOn: formatDate(heldOn), firstDay, days });
  }
  const found = await insertOrFind(tx, {
    id: newId(),
    communeId,
    pointCode,
    pointName: session.point.name,
    pointVillages: session.point.villageCodes,
    regularOn: session.regularOn,
    heldOn,
    startsAt: session.startsAt,
    meetsAt: await planHour(tx, { heldOn, endsAt: session.endsAt }),
    place: session.point.place,
    preparedBy: caller.userId,
    preparedAt: clock.now(),
  });
  if (isRefusal(found)) return found;
  const { briefingId, isNew } = found;
  if (isNew) await fillBriefing(context, { communeId, briefingId }, { ...session, heldOn });
  note({ communeId, subject: { briefing: briefingId, point: pointCode, heldOn } });
  return { briefingId };
};

/** A session that is held. */
type Session = SessionDay & { readonly heldOn: BusinessDate };

/** How often it is tried: each time the one that stood must have been cancelled between two statements. */
const TRIES = 3;

/** Prepares a briefing, or answers the one that its session has: two people may press at once, or one prepare what another cancels. */
async function insertOrFind(
  tx: Tx,
  briefing: Parameters<typeof insertBriefing>[1],
): Promise<Outcome<{ readonly briefingId: Id; readonly isNew: boolean }, 'sessionBriefed'>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const made = await insertBriefing(tx, briefing);
    if (made !== undefined) return { briefingId: made, isNew: true };
    const standing = await selectBriefingOfSession(tx, briefing);
    if (standing?.state === 'closed') return refuseBriefed(standing);
    if (standing !== undefined) return { briefingId: standing.id, isNew: false };
  }
  throw new Error('a briefing stands in the way of a new one and cannot be seen');
}

/** Says when the month's session was briefed and under which number its minutes stand [GV193]. */
function refuseBriefed({ id, pointName, regularOn, metOn, minutesNumber, minutesYear }: BriefingRow) {
  const { year, month } = parts(regularOn);
  const number = minutesNumberText(minutesNumber ?? 0, minutesYear ?? 0);
  return refuse('sessionBriefed', {
    ...{ month, year, point: pointName, heldOn: formatDate(metOn), number, briefingId: id },
  });
}

/**
 * Agenda, whom to ask, difficulties raised beforehand, what people were asked to bring last time, what was written in one of the same session
 * that is not held [GV185], the figures of the day.
 */
async function fillBriefing(context: HandlerContext, within: Within, session: Session): Promise<void> {
  const { tx } = context;
  const { communeId } = within;
  const { regularOn, heldOn } = session;
  const { pointCode, villageCodes: pointVillages } = session.point;
  const before = await selectBriefingBefore(tx, { communeId, pointCode, heldOn });
  await beginAgenda(context, within, { heldOn, before: before?.heldOn });
  // Prepared after its day it asks who held the offices then.
  const { on } = communeAt(context, { communeId, metOn: heldOn });
  const offices = await findOffices(context, communeId, on);
  const asked = attendeesToAsk(offices, session.point);
  await insertAttendees(
    tx,
    within,
    asked.map((attendee) => ({ ...attendee, id: context.newId() })),
    { isAdded: false },
  );
  await adoptDifficulties(tx, {
    ...{ communeId, id: within.briefingId },
    ...{ pointCode, pointVillages, heldOn, metOn: heldOn },
  });
  const occasion = { communeId, pointCode, pointName: session.point.name, heldOn };
  const begunWith = await bringToBeginWith(context, occasion, before);
  await writeBring(tx, within, begunWith);
  await goOn(context, within, {
    session,
    begun: { bring: begunWith.bring, asked, seats: offices.seats },
  });
  const figures = await prepareFigures(context, { communeId, pointCode, regularOn, heldOn });
  await keepFigures(context, within, { occasion: 'prepared', figures });
}

/** The agenda of the office, its item of policies with what is new since the briefing before [GV140]. */
async function beginAgenda(
  context: HandlerContext,
  within: Within,
  { heldOn, before }: { readonly heldOn: BusinessDate; readonly before: BusinessDate | undefined },
): Promise<void> {
  const { tx, clock, newId } = context;
  const policies = await policyNote(context, { communeId: within.communeId, until: heldOn, before });
  const agenda = await agendaToBeginWith(context, clock.today());
  await writeAgenda(
    tx,
    within,
    agenda.map((item) => ({ ...item, id: newId(), note: item.kind === 'policies' ? policies : null })),
  );
}

/** From what people wrote in the briefing of the session that was cancelled last; from nothing where none was. */
async function goOn(
  context: HandlerContext,
  within: Within,
  { session, begun }: { readonly session: Session; readonly begun: Begun },
): Promise<void> {
  const { regularOn, point } = session;
  const of = { communeId: within.communeId, pointCode: point.pointCode, regularOn };
  const [cancelled] = await selectCancelledOfSession(context.tx, of);
  if (!cancelled) return;
  await takeBackCallingOff(context, cancelled);
  await keepFromCancelled(context, within, { cancelled, begun });
}
