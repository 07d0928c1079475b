import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { setScope } from '../../platform/db/scope.ts';
import type { EventHandler } from '../../platform/outbox/deliver-outbox.ts';
import { officeServing } from '../registry/index.ts';
import { bringOfTemplate } from './bring-to-begin-with.ts';
import { type BriefingRow, moveBriefing, selectPreparing } from './db/briefings.ts';
import { selectBriefingOfSession } from './db/briefings-of-session.ts';
import { lockStandingBriefings } from './db/cancellations.ts';
import { writeBring } from './db/invitations.ts';
import { appointmentOf, isOutdated } from './domain/invitation.ts';
import { withdrawInvitations } from './find-invitations.ts';
import { findSessionOfBriefing } from './find-session-of-briefing.ts';
import { planHour } from './plan-hour.ts';

/**
 * When sessions of a commune are moved, the briefings that are being prepared go with them [GV1]. One whose session is
 * left out stays where it was: people decide whether they meet all the same. So does one of old data beside which another is
 * the session's [GV199].
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
  const { communeId } = briefing;
  const session = await findSessionOfBriefing(tx, briefing);
  if (!session || session.heldOn === null) return false;
  if (await isBesideAnother(tx, briefing)) return false;
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
  { communeId, id: briefingId, pointCode, pointName, heldOn, bringOrigin }: BriefingRow,
): Promise<void> {
  if (bringOrigin !== 'template') return;
  // Who moved a session may not be of the office that serves the commune, whose template it is.
  const office = await officeServing(tx, { communeId, on: heldOn });
  const officeIds = office === undefined ? [] : [office.officeId];
  await setScope(tx, { ...caller.scope, communeIds: [communeId], officeIds });
  const bring = await bringOfTemplate({ tx }, { communeId, pointCode, pointName, heldOn });
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

/** Whether another briefing is the one of its session [GV199]. */
async function isBesideAnother(tx: Tx, briefing: BriefingRow): Promise<boolean> {
  return (await selectBriefingOfSession(tx, briefing))?.id !== briefing.id;
}
