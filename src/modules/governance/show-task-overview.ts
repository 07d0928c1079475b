import { addMonths, type BusinessDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { lastToSeats } from '../../platform/mail/queue-mail.ts';
import { officeHolders } from '../identity/index.ts';
import { ruleValues } from '../programmes/index.ts';
import type { showTaskOverview as operation } from './contract.ts';
import { selectMailAddresses } from './db/invitations.ts';
import { countByOwner, type OwnerCounts } from './db/tasks.ts';
import { addressIn } from './domain/address-in-office.ts';
import { isVacant, seatLabel, seatsNamed } from './domain/seats.ts';
import type { TaskCounts } from './domain/task.ts';
import { findOffices } from './find-seats.ts';
import { REMINDER_MAIL } from './mail-task-reminders.ts';
import { reminderNotGone } from './reminder-not-gone.ts';

const NOTHING: TaskCounts = { given: 0, done: 0, waiting: 0, late: 0, returned: 0 };

/**
 * What was ordered and what came of it, by actor, under the name of who holds each office today [GV12], [GV38], and whom
 * reminders reach by mail [GV70]; `hasMail`: a mail server is set.
 */
export const showTaskOverview =
  ({ hasMail }: { readonly hasMail: boolean }): Handler<typeof operation> =>
  async ({ communeId, briefingId }, context) => {
    const { tx, caller, clock } = context;
    if (!caller.scope.communeIds.includes(communeId)) return refuse('notFound');
    const today = clock.today();
    const since = briefingId === undefined ? await countedSince(tx, today) : null;
    const counts = await countByOwner(tx, { communeId, today, since, briefingId: briefingId ?? null });
    const { seats } = counts.length === 0 ? { seats: [] } : await findOffices(context, communeId);
    const addresses = hasMail ? await selectMailAddresses(tx, communeId) : [];
    const held = await officeHolders(context, { communeId, on: today });
    const reminders = hasMail ? await lastToSeats(tx, communeId, REMINDER_MAIL) : new Map();
    return {
      today,
      since,
      hasMail,
      total: counts.reduce(add, NOTHING),
      actors: counts.map(({ ownerSeat: seat, ownerName: givenName, ...rest }) => {
        const holders = seat === null ? [] : seatsNamed(seats, seat);
        const isMailed = holders.some(
          ({ holderName: fullName }) =>
            fullName !== null && addressIn({ addresses, held }, { seat, fullName }) !== null,
        );
        const name = holders.map(seatLabel).join('; ') || givenName;
        const notGone = reminderNotGone(reminders.get(seat ?? ''), holders);
        const isOfNobody = seat !== null && isVacant(holders);
        return { ...rest, seat, givenName, isMailed, isVacant: isOfNobody, reminder: notGone, name };
      }),
    };
  };

/** What was given before and is over is looked up in its list; what is still to be done counts however old [GV38]. */
async function countedSince(tx: Tx, today: BusinessDate): Promise<BusinessDate> {
  const months = (await ruleValues(tx, today)).of('taskOverviewMonths');
  return addMonths(today, -Number(months.value));
}

function add(total: TaskCounts, counts: OwnerCounts): TaskCounts {
  return {
    given: total.given + counts.given,
    done: total.done + counts.done,
    waiting: total.waiting + counts.waiting,
    late: total.late + counts.late,
    returned: total.returned + counts.returned,
  };
}
