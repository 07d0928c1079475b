import { addMonths, type BusinessDate, monthEnd, monthStart } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { EventHandler } from '../../platform/outbox/deliver-outbox.ts';
import { officeServing } from '../registry/index.ts';
import { findSessions } from '../sessions/index.ts';
import { bringOfTemplate } from './bring-to-begin-with.ts';
import { type BriefingRow, moveBriefing, selectBriefedSessions, selectPreparing } from './db/briefings.ts';
import { lockStandingBriefings } from './db/cancellations.ts';
import { writeBring } from './db/invitations.ts';
import { appointmentOf, isOutdated } from './domain/invitation.ts';
import { withdrawInvitations } from './find-invitations.ts';
import { planHour } from './plan-hour.ts';

/**
 * When sessions of a commune are moved, the briefings that are being prepared go with them [GV1]. One whose session is
 * left out stays where it was: people decide whether they meet all the same. So does one whose session was prepared anew
 * before this news arrived: the newer one has its place.
 */
export const onCalendarChanged: EventHandler = {
  name: 'governance.onCalendarChanged',
  event: 'sessions.calendarChanged',
  handle: async ({ communeId: asked }, context) => {
    const { tx, caller, note } = context;
    const communeId = asked as Id;
    // A month's files may change the points of a commune that their cause did not have in scope.
    await setScope(tx, { ...caller.scope, communeIds: [communeId] });
    // Locked before they are read, in the one order of whoever takes several: an hour told meanwhile is seen, and nobody waits crosswise.
    await lockStandingBriefings(tx, communeId);
    const preparing = await selectPreparing(tx, communeId);
    const moved: Id[] = [];
    for (const briefing of preparing) if (await follow(context, briefing)) moved.push(briefing.id);
    note({ communeId, subject: { briefings: moved } });
  },
};

/**
 * Whether a briefing was moved to where its session is now. News come by commune: most of them leave it where it is, and the invitations
 * that wait in the queue with it.
 */
async function follow(
  context: Pick<HandlerContext, 'tx' | 'caller'>,
  briefing: BriefingRow,
): Promise<boolean> {
  const { tx } = context;
  const { communeId, pointCode, regularOn } = briefing;
  // A notice may bring the session into another month; the month of its fixed day stays.
  const sessions = await findSessions(tx, {
    communeId,
    from: addMonths(monthStart(regularOn), -1),
    to: addMonths(monthEnd(regularOn), 1),
  });
  const session = sessions.find(
    (one) => one.point.pointCode === pointCode && one.regularOn.slice(0, 7) === regularOn.slice(0, 7),
  );
  if (!session || session.heldOn === null) return false;
  if (await isBriefedByAnother(tx, briefing, session.regularOn)) return false;
  const { heldOn, startsAt, endsAt } = session;
  // An hour that a person told is theirs to change.
  const meetsAt =
    briefing.hourToldByName === null ? await planHour(tx, { heldOn, endsAt }) : briefing.meetsAt;
  const place = { regularOn: session.regularOn, heldOn, startsAt, meetsAt, place: session.point.place };
  if (isWhere(briefing, place)) return false;
  // What still waits in the queue names the day, hour or place that was; who was written to is shown as such.
  if (isOutdated(appointmentOf(briefing), appointmentOf(place)))
    await withdrawInvitations({ tx }, { communeId, briefingId: briefing.id });
  await moveBriefing(tx, { communeId, id: briefing.id, ...place });
  if (heldOn !== briefing.heldOn) await fillBringAnew(context, { ...briefing, heldOn });
  return true;
}

/** What to bring is filled anew for the day to which a meeting has moved, where its words are the template's [GV215]. */
async function fillBringAnew(
  { tx, caller }: Pick<HandlerContext, 'tx' | 'caller'>,
  { communeId, id: briefingId, pointName, heldOn, bringOrigin }: BriefingRow,
): Promise<void> {
  if (bringOrigin !== 'template') return;
  // Who moved a session may not be of the office that serves the commune, whose template it is.
  const office = await officeServing(tx, { communeId, on: heldOn });
  const officeIds = office === undefined ? [] : [office.officeId];
  await setScope(tx, { ...caller.scope, communeIds: [communeId], officeIds });
  const bring = await bringOfTemplate({ tx }, { communeId, pointName, heldOn });
  await writeBring(tx, { communeId, briefingId }, { bring, bringOrigin });
}

type Place = Pick<BriefingRow, 'regularOn' | 'heldOn' | 'startsAt' | 'meetsAt' | 'place'>;

function isWhere(briefing: Place, place: Place): boolean {
  return (
    briefing.regularOn === place.regularOn &&
    briefing.startsAt === place.startsAt &&
    briefing.meetsAt === place.meetsAt &&
    !isOutdated(appointmentOf(briefing), appointmentOf(place))
  );
}

/** Whether another briefing stands for the session to which one would be moved. */
async function isBriefedByAnother(
  tx: Tx,
  { communeId, pointCode, regularOn }: BriefingRow,
  movedTo: BusinessDate,
): Promise<boolean> {
  if (movedTo === regularOn) return false;
  const briefed = await selectBriefedSessions(tx, communeId, [movedTo]);
  return briefed.some((session) => session.isStanding && session.pointCode === pointCode);
}
