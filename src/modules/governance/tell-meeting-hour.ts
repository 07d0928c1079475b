import { formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { findSessions } from '../sessions/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { tellMeetingHour as operation } from './contract.ts';
import { type BriefingRow, writeMeetingHour } from './db/briefings.ts';
import { withdrawInvitations } from './find-invitations.ts';
import { planHour } from './plan-hour.ts';

/**
 * Says at which hour people meet, or that they meet by rule after the session [GV114]. Invitations that still wait name the hour before
 * and are taken back; of two who tell an hour at once the later one's stands, and both see it.
 */
export const tellMeetingHour: Handler<typeof operation> = async ({ meetsAt: told, ...within }, context) =>
  changeBriefing(context, within, async (briefing) => {
    if (briefing.state !== 'preparing' || briefing.heldOn < context.clock.today())
      return refuse('tooLateForHour', { heldOn: formatDate(briefing.metOn) });
    const meetsAt = told ?? (await hourByCalendar(context, briefing));
    const toldByName = told === null ? null : await callerName(context);
    const isStanding = meetsAt === briefing.meetsAt && (told === null) === (briefing.hourToldByName === null);
    if (!isStanding) {
      if (meetsAt !== briefing.meetsAt) await withdrawInvitations(context, within);
      await writeMeetingHour(context.tx, within, { meetsAt, toldByName });
    }
    return { answer: {}, subject: { meetsAt }, isStanding };
  });

async function hourByCalendar(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeId, pointCode, heldOn }: BriefingRow,
): Promise<string | null> {
  const sessions = await findSessions(tx, { communeId, from: heldOn, to: heldOn });
  const session = sessions.find((one) => one.point.pointCode === pointCode && one.heldOn === heldOn);
  return planHour(tx, { heldOn, endsAt: session?.endsAt ?? null });
}
