import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { PaperKind } from '../domain/papers/paper-kinds.ts';
import type { PaperTemplate } from '../domain/papers/template.ts';

/** A template an office has written. */
export type TemplateRow = {
  readonly kind: PaperKind;
  readonly version: number;
  readonly validFrom: BusinessDate;
  readonly content: PaperTemplate;
  readonly writtenByName: string;
  readonly writtenAt: Date;
};

const COLUMNS = sql`
  kind, version, valid_from as "validFrom", content, written_by_name as "writtenByName", written_at as "writtenAt"`;

/** What an office has in force of each kind on a day; kinds it never wrote are left out. */
export async function templatesInForce(tx: Tx, officeId: Id, on: BusinessDate): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select distinct on (kind) ${COLUMNS} from governance.paper_template
    where office_id = ${officeId} and valid_from <= ${on}
    order by kind, valid_from desc, version desc`.execute(tx);
  return rows;
}

/** Everything an office has written of a kind, the latest first. */
export async function selectTemplates(tx: Tx, officeId: Id, kind: PaperKind): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select ${COLUMNS} from governance.paper_template
    where office_id = ${officeId} and kind = ${kind} order by version desc limit 200`.execute(tx);
  return rows;
}

/** Writes the next template of a kind; false when another has written it meanwhile. */
export async function insertTemplate(
  tx: Tx,
  officeId: Id,
  template: TemplateRow & { readonly writtenBy: Id | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into governance.paper_template (office_id, kind, version, valid_from, content, written_by, written_by_name,
                                           written_at)
    values (${officeId}, ${template.kind}, ${template.version}, ${template.validFrom},
            ${JSON.stringify(template.content)}::jsonb, ${template.writtenBy}, ${template.writtenByName},
            ${template.writtenAt})
    on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
