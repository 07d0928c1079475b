import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { afterQuietHours } from '../../platform/mail/quiet-hours.ts';
import type { EventHandler } from '../../platform/outbox/deliver-outbox.ts';
import { officeHolders } from '../identity/index.ts';
import { areaNames } from '../registry/index.ts';
import { selectMailAddresses } from './db/invitations.ts';
import { selectDueDaysOfOffice, selectOpenDueDays } from './db/tasks.ts';
import { addressIn } from './domain/address-in-office.ts';
import { reminderSubject, reminderText } from './domain/reminder-text.ts';
import type { SeatKey } from './domain/seat.ts';
import { seatsNamed } from './domain/seats.ts';
import { findOffices } from './find-seats.ts';
import { mailQuietHours } from './mail-rules.ts';
import { reminderDays, TASK_REMINDER } from './remind-of-tasks.ts';

/** What mails of reminders are about. */
export const REMINDER_MAIL = 'governance.taskReminder';

/** The news as it was written. */
type Reminded = { readonly communeId: Id; readonly ownerSeat: SeatKey; readonly taskIds: readonly Id[] };

/**
 * Writes one mail on a day on which an office is reminded of a task, about all that are late or soon due
 * [GV191], to whoever holds it and has an address [GV70]; nobody who has none is written to. What was
 * reported meanwhile is not counted.
 */
export function mailTaskReminders({ link }: { readonly link: string | null }): EventHandler {
  return {
    name: 'governance.mailTaskReminders',
    event: TASK_REMINDER,
    handle: async (payload, context) => {
      const { communeId, ownerSeat, taskIds } = payload as Reminded;
      const { tx, clock, note } = context;
      const reminded = await selectOpenDueDays(tx, communeId, taskIds);
      const holders = reminded.length === 0 ? [] : await findHolders(context, { communeId, ownerSeat });
      if (holders.length === 0) return;
      const today = clock.today();
      const { dueUntil } = await reminderDays(tx, today);
      const dueDays = await selectDueDaysOfOffice(tx, { communeId, ownerSeat, dueUntil });
      const names = await areaNames(tx, [communeId], today);
      const dueAt = afterQuietHours(clock.now(), await mailQuietHours(tx, today));
      for (const { address, ...holder } of holders) {
        const content = { ...holder, today, dueDays, link, communeName: names.get(communeId) ?? '' };
        await queueMail(context, {
          ...{
            communeId,
            kind: REMINDER_MAIL,
            toSeat: ownerSeat,
            toName: holder.holderName,
            toAddress: address,
            dueAt,
          },
          subject: reminderSubject(content),
          text: reminderText(content),
        });
      }
      note({ communeId, subject: { seat: ownerSeat, tasks: dueDays.length, mails: holders.length } });
    },
  };
}

/** Whoever holds an office today and has an address, in this or another of their offices [GV220]. */
async function findHolders(
  context: HandlerContext,
  { communeId, ownerSeat }: Pick<Reminded, 'communeId' | 'ownerSeat'>,
): Promise<{ readonly holderName: string; readonly title: string; readonly address: string }[]> {
  const { seats } = await findOffices(context, communeId);
  const addresses = await selectMailAddresses(context.tx, communeId);
  const held = await officeHolders(context, { communeId, on: context.clock.today() });
  return seatsNamed(seats, ownerSeat).flatMap(({ holderName, title }) => {
    if (holderName === null) return [];
    const address = addressIn({ addresses, held }, { seat: ownerSeat, fullName: holderName });
    return address === null ? [] : [{ holderName, title, address }];
  });
}
