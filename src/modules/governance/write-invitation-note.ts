import type { Handler } from '../../platform/http/implement.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeInvitationNote as operation } from './contract.ts';
import { writeBring } from './db/invitations.ts';

/** Says what those who come bring along; invitations made from now on say so. */
export const writeInvitationNote: Handler<typeof operation> = async ({ bring, ...within }, context) =>
  changeBriefing(context, within, async () => {
    await writeBring(context.tx, within, bring);
    return { answer: {}, subject: { bring: bring !== null } };
  });
