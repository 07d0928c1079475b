import type { HandlerContext } from '../../platform/command.ts';
import { withdrawMails } from '../../platform/mail/queue-mail.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectCancelledOfSession } from './db/briefings-of-session.ts';
import { selectCancellations } from './db/cancellations.ts';

/**
 * Takes back what waits to tell people that a briefing is not held, of a session for which it is prepared again [GV223]: they would be told
 * otherwise by the next letter.
 */
export async function takeBackCallingOff(
  { tx }: Pick<HandlerContext, 'tx'>,
  session: Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn'>,
): Promise<void> {
  const { communeId } = session;
  for (const { id: briefingId } of await selectCancelledOfSession(tx, session)) {
    const told = await selectCancellations(tx, { communeId, briefingId });
    await withdrawMails(
      tx,
      communeId,
      told.flatMap(({ mailId }) => mailId ?? []),
    );
  }
}
