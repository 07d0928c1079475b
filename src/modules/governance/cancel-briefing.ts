import { formatDate } from '../../kernel/dates.ts';
import { formatMoment } from '../../kernel/moment.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { type Ended, refuseEnded } from './change-briefing.ts';
import type { cancelBriefing as operation } from './contract.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from './db/briefings.ts';
import { lockComingBriefing, lockNextBriefing } from './db/briefings-around.ts';
import {
  lockStandingBriefings,
  lockUnanswered,
  markCancelled,
  type UnansweredRow,
} from './db/cancellations.ts';
import { moveDifficulties } from './db/carried.ts';
import { mayBecome } from './domain/briefing.ts';
import { keepFigures } from './keep-figures.ts';
import { prepareFigures } from './prepare-figures.ts';
import { tellInvited } from './tell-invited.ts';

/**
 * Says that a briefing that was prepared is not held [GV109]: its unanswered difficulties go to the next one [GV110], who was invited
 * is told [GV111]; `hasMail`: a mail server is set. At once with its beginning one of both is refused; the same person who sends the
 * same reason again has done it.
 */
export const cancelBriefing =
  ({ hasMail }: { readonly hasMail: boolean }): Handler<typeof operation> =>
  async ({ reason, ...within }, context) => {
    const { tx, caller, clock, note } = context;
    const { communeId, briefingId } = within;
    // Its difficulties may go to any other that stands: all are locked in one order before anything is decided.
    await lockStandingBriefings(tx, communeId);
    const briefing = await lockBriefing(tx, communeId, briefingId);
    if (!briefing) return refuse('notFound');
    if (briefing.cancelledBy === caller.userId && briefing.cancelReason === reason) {
      note({ communeId, subject: { briefing: briefingId } });
      return {};
    }
    const refused = judge(briefing);
    if (refused) return refused;
    // The page goes on to say what it said last: figures that follow new months would be those of no meeting.
    const figures = await prepareFigures(context, briefing);
    await keepFigures(context, within, { occasion: 'cancelled', figures });
    const by = { by: caller.userId, byName: await callerName(context), at: clock.now() };
    await markCancelled(tx, { ...within, ...by, reason });
    const difficulties = await giveBack(context, briefing);
    const told = await tellInvited(context, briefing, { reason, hasMail });
    await touchBriefing(tx, communeId, briefingId);
    note({ communeId, subject: { briefing: briefingId, difficulties, told } });
    return {};
  };

/** What has begun is held to its end [GV109]. */
function judge(briefing: BriefingRow): Refusal<Ended | 'tooLateToCancel'> | undefined {
  if (mayBecome(briefing.state, 'cancelled')) return undefined;
  const { metOn, openedAt } = briefing;
  const at = openedAt === null ? '' : formatMoment(openedAt);
  return refuseEnded(briefing) ?? refuse('tooLateToCancel', { heldOn: formatDate(metOn), at });
}

/**
 * Gives what nobody has answered to the next briefing of its village's point that is still to be held, or lets it wait for one [GV110];
 * what a meeting of this point had left unanswered before stays with the point [GV120]. What was given to somebody stays given.
 *
 * @returns how many
 */
async function giveBack({ tx, clock }: HandlerContext, briefing: BriefingRow): Promise<number> {
  const { communeId } = briefing;
  const today = clock.today();
  const unanswered = await lockUnanswered(tx, { communeId, briefingId: briefing.id });
  const carried = unanswered.filter(({ isCarried }) => isCarried);
  if (carried.length > 0)
    await giveTo(tx, { briefing, difficulties: carried, to: await lockNextBriefing(tx, briefing, today) });
  const raised = unanswered.filter(({ isCarried }) => !isCarried);
  for (const villageCode of new Set(raised.map((one) => one.villageCode))) {
    const to = await lockComingBriefing(tx, { communeId, villageCode, today });
    const difficulties = raised.filter((one) => one.villageCode === villageCode);
    await giveTo(tx, { briefing, difficulties, to });
  }
  return unanswered.length;
}

async function giveTo(
  tx: HandlerContext['tx'],
  given: {
    readonly briefing: BriefingRow;
    readonly difficulties: readonly UnansweredRow[];
    readonly to: BriefingRow | undefined;
  },
): Promise<void> {
  const { communeId, id: briefingId } = given.briefing;
  const ids = given.difficulties.map(({ id }) => id);
  await moveDifficulties(
    tx,
    { communeId, briefingId },
    { ids, to: given.to?.id ?? null, leaving: 'cancelled' },
  );
  if (given.to) await touchBriefing(tx, communeId, given.to.id);
}
