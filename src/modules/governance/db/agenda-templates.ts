import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { AgendaDraft } from '../domain/agenda.ts';

/** The agenda that new briefings of an office begin with, from a day on. */
export type AgendaTemplateRow = {
  readonly officeId: Id;
  readonly id: Id;
  readonly validFrom: BusinessDate;
  readonly items: readonly AgendaDraft[];
  readonly writtenByName: string;
  readonly writtenAt: Date;
};

const COLUMNS = sql`
  office_id as "officeId", id, valid_from as "validFrom", items, written_by_name as "writtenByName",
  written_at as "writtenAt"`;

/** The template in force on a day for offices of the caller's; of two from one day the one written last. */
export async function selectAgendaTemplate(
  tx: Tx,
  { officeIds, on }: { readonly officeIds: readonly Id[]; readonly on: BusinessDate },
): Promise<AgendaTemplateRow | undefined> {
  const { rows } = await sql<AgendaTemplateRow>`
    select ${COLUMNS} from governance.agenda_template where office_id = any (${[...officeIds]}::uuid[]) and valid_from <= ${on}
    order by valid_from desc, written_at desc, id desc limit 1`.execute(tx);
  return rows[0];
}

/** The templates of an office that begin after a day, the next first; of two from one day the one written last. */
export async function selectComingTemplates(
  tx: Tx,
  { officeId, after }: { readonly officeId: Id; readonly after: BusinessDate },
): Promise<AgendaTemplateRow[]> {
  const { rows } = await sql<AgendaTemplateRow>`
    select distinct on (valid_from) ${COLUMNS} from governance.agenda_template
    where office_id = ${officeId} and valid_from > ${after}
    order by valid_from, written_at desc, id desc limit 50`.execute(tx);
  return rows;
}

/** The template of an office under an id, in force or not. */
export async function selectWrittenTemplate(
  tx: Tx,
  { officeId, id }: Pick<AgendaTemplateRow, 'officeId' | 'id'>,
): Promise<AgendaTemplateRow | undefined> {
  const { rows } = await sql<AgendaTemplateRow>`
    select ${COLUMNS} from governance.agenda_template where office_id = ${officeId} and id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** Adds a template; sent twice under one id it is added once. */
export async function insertAgendaTemplate(
  tx: Tx,
  template: AgendaTemplateRow & { readonly writtenBy: Id | null },
): Promise<void> {
  await sql`
    insert into governance.agenda_template (office_id, id, valid_from, items, written_by, written_by_name, written_at)
    values (${template.officeId}, ${template.id}, ${template.validFrom}, ${JSON.stringify(template.items)}::jsonb,
            ${template.writtenBy}, ${template.writtenByName}, ${template.writtenAt})
    on conflict (office_id, id) do nothing`.execute(tx);
}
