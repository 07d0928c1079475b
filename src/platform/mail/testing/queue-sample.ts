import type { Id } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Caller } from '../../caller.ts';
import { runCommand } from '../../command.ts';
import type { TestDatabase } from '../../testing/database.ts';
import type { testPlatform } from '../../testing/platform.ts';
import type { MailStanding, NewMail } from '../mail.ts';
import { mailStandings, queueMail } from '../queue-mail.ts';
import { SAMPLE_MAIL } from './sample-mail.ts';

/** Where sample mails are queued: a commune's, by somebody of it. */
export type MailPlace = { readonly caller: Caller; readonly communeId: Id };

/** Queues the sample mail, with other words where a test gives them; due at once. */
export async function queueSample(
  { platform, clock }: ReturnType<typeof testPlatform>,
  { caller, communeId }: MailPlace,
  mail: Partial<NewMail> = {},
): Promise<Id> {
  const id = await runCommand(platform, { name: 'sample.invite', caller }, async (context) => {
    context.note({ communeId, subject: {} });
    return queueMail(context, { ...SAMPLE_MAIL, communeId, dueAt: clock.now(), ...mail });
  });
  if (isRefusal(id)) throw new Error('refused');
  return id;
}

/** How a mail stands; undefined where the commune has no such mail. */
export async function standingOf(
  database: TestDatabase,
  { caller, communeId }: MailPlace,
  id: Id,
): Promise<MailStanding | undefined> {
  const found = await database.app.read(caller.scope, (tx) => mailStandings(tx, communeId, [id]));
  return found.get(id);
}
