import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Appointment } from '../domain/invitation.ts';
import type { Minutes } from '../domain/minutes.ts';
import type { NumberedKind } from '../domain/papers/paper-kinds.ts';
import type { Within } from './within.ts';

/** The number and day of a paper of a briefing. */
export type PaperNumberRow = {
  readonly kind: NumberedKind;
  readonly number: number;
  readonly issuedOn: BusinessDate;
};

/** A number with the day, hour and place that the meeting had when it was written down; null of numbers from before that was kept. */
export type PaperNumber = PaperNumberRow & { readonly appointment: Appointment | null };

/** The numbers taken for the papers of a briefing. */
export async function selectPaperNumbers(tx: Tx, { communeId, briefingId }: Within): Promise<PaperNumber[]> {
  const { rows } = await sql<PaperNumber>`
    select kind, number, issued_on as "issuedOn", '{"hourOf": null}'::jsonb || appointment as appointment from governance.paper_number
    where commune_id = ${communeId} and briefing_id = ${briefingId}`.execute(tx);
  return rows;
}

/** A paper of a kind that has a number, and what its meeting gave to whom: slips take a number each. */
export type NumberedPaper = {
  readonly number: number;
  readonly heldOn: BusinessDate;
} & Pick<Minutes, 'conclusions' | 'difficulties'>;

/** The numbers that papers of a kind have in the year of a day, of the commune's other briefings. */
export async function selectNumberedPapers(
  tx: Tx,
  { communeId, briefingId }: Within,
  { kind, issuedOn }: Pick<PaperNumberRow, 'kind' | 'issuedOn'>,
): Promise<NumberedPaper[]> {
  const { rows } = await sql<NumberedPaper>`
    select taken.number, coalesce(briefing.met_on, briefing.held_on) as "heldOn", 
      coalesce(briefing.minutes -> 'conclusions', '[]') as conclusions, coalesce(briefing.minutes -> 'difficulties', '[]') as difficulties
    from governance.paper_number taken
    join governance.briefing on briefing.commune_id = taken.commune_id and briefing.id = taken.briefing_id
    where taken.commune_id = ${communeId} and taken.briefing_id <> ${briefingId} and taken.kind = ${kind}
      and taken.year = extract(year from ${issuedOn}::date)::integer
    order by taken.number limit 1000`.execute(tx);
  return rows;
}

/**
 * Writes the number of a paper, in place of one written before. Whoever writes holds the head of the commune's audit chain,
 * so two briefings cannot take one number at once.
 */
export async function writePaperNumber(
  tx: Tx,
  { communeId, briefingId }: Within,
  row: PaperNumber & { readonly by: Id | null; readonly byName: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into governance.paper_number (commune_id, briefing_id, kind, number, issued_on, appointment, written_by,
                                         written_by_name, written_at)
    values (${communeId}, ${briefingId}, ${row.kind}, ${row.number}, ${row.issuedOn},
            ${row.appointment && JSON.stringify(row.appointment)}::jsonb, ${row.by}, ${row.byName}, ${row.at})
    on conflict (commune_id, briefing_id, kind) do update
      set number = excluded.number, issued_on = excluded.issued_on, appointment = excluded.appointment,
          written_by = excluded.written_by,
          written_by_name = excluded.written_by_name, written_at = excluded.written_at`.execute(tx);
}
