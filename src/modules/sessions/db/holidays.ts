import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Holiday } from '../domain/holidays.ts';

/** A public holiday as it stands in the register, with its source. */
export type HolidayRow = Holiday & {
  readonly id: Id;
  readonly document: string;
  readonly confidence: 'found' | 'known' | 'practice' | 'unsure';
  /** Entered by a person; a first row of the product is not. */
  readonly isEntered: boolean;
};

/** The public holidays that stand, of all dates, in the order of the year. */
export async function readHolidays(tx: Tx): Promise<HolidayRow[]> {
  const { rows } = await sql<HolidayRow>`
    select id, name, calendar, month, day, valid_from as "validFrom", valid_to as "validTo", document, confidence,
      entered_at is not null as "isEntered"
    from sessions.holiday where withdrawn_at is null order by calendar desc, month, day, valid_from desc limit 2000
  `.execute(tx);
  return rows;
}

/** Adds a public holiday. */
export async function insertHoliday(
  tx: Tx,
  holiday: Omit<HolidayRow, 'isEntered'> & { readonly enteredBy: Id | null; readonly enteredAt: Date },
): Promise<void> {
  const { id, name, calendar, month, day, validFrom, validTo, document, confidence } = holiday;
  await sql`
    insert into sessions.holiday (id, name, calendar, month, day, valid_from, valid_to, document, confidence, entered_by,
      entered_at)
    values (${id}, ${name}, ${calendar}, ${month}, ${day}, ${validFrom}, ${validTo}, ${document}, ${confidence},
      ${holiday.enteredBy}, ${holiday.enteredAt})
  `.execute(tx);
}

/** Takes a public holiday back: it counts no more and stays to be read. */
export async function markHolidayWithdrawn(
  tx: Tx,
  { holidayId, at, by }: { holidayId: Id; at: Date; by: Id | null },
): Promise<void> {
  await sql`update sessions.holiday set withdrawn_at = ${at}, withdrawn_by = ${by} where id = ${holidayId}`.execute(
    tx,
  );
}

/** Ends a public holiday on a day; null: it goes on. */
export async function setHolidayEnd(
  tx: Tx,
  { holidayId, lastDay }: { holidayId: Id; lastDay: BusinessDate | null },
): Promise<void> {
  await sql`update sessions.holiday set valid_to = ${lastDay} where id = ${holidayId}`.execute(tx);
}
