import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeInvitationNote as operation } from './contract.ts';
import { writeBring } from './db/invitations.ts';

/**
 * Says what those who come bring along; invitations made from now on say so. Refused where another wrote it since the text the person
 * saw [GV89]; the same words sent again stand already.
 */
export const writeInvitationNote: Handler<typeof operation> = async (
  { bring, shownBring, ...within },
  context,
) =>
  changeBriefing(context, within, async ({ bring: standing, bringWrittenByName }) => {
    const said = { answer: {}, subject: { bring: bring !== null } };
    if (standing === bring) return { ...said, isStanding: true };
    if (standing !== shownBring) return refuse('bringChanged', { by: bringWrittenByName ?? 'Người khác' });
    const writer = { bringWrittenByName: await callerName(context), bringWrittenAt: context.clock.now() };
    await writeBring(context.tx, within, { bring, bringOrigin: 'written', ...writer });
    return said;
  });
