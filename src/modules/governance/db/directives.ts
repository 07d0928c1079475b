import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { DirectiveSource, Spread } from '../domain/directive.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { FigureMeasure } from '../domain/task-figures.ts';

/** A directive. */
export type DirectiveRow = {
  readonly communeId: Id;
  readonly id: Id;
  readonly source: DirectiveSource;
  readonly briefingId: Id | null;
  readonly conclusionId: Id | null;
  /** The difficulty that was given to somebody [GV124]; of one, the briefing is that in which it was given. */
  readonly difficultyId: Id | null;
  /** Of a resolution or a written order: its number, and where they are known its day and who issued it. */
  readonly paperNumber: string | null;
  readonly paperOn: BusinessDate | null;
  readonly paperIssuer: string | null;
  readonly text: string;
  readonly legalGround: string | null;
  readonly measure: string | null;
  readonly issuerSeat: SeatKey | null;
  readonly issuerName: string;
  readonly givenOn: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly spread: Spread;
  readonly list: string | null;
  readonly listDate: BusinessDate | null;
  readonly figure: FigureMeasure | null;
  /** Of a conclusion: how many loans it is measured by [GV82]; null where figures do not tell. */
  readonly measuredLoans: number | null;
  readonly recipientSeats: readonly SeatKey[];
  /** Of what was sent; tells the same sent twice from another under the same id. */
  readonly requestHash: string;
};

/** Who gave it, and when. */
export type Giving = { readonly by: Id | null; readonly at: Date };

/** The columns of a directive `d`. */
export const DIRECTIVE_COLUMNS = sql`
  d.commune_id as "communeId", d.id, d.source, d.briefing_id as "briefingId", d.conclusion_id as "conclusionId",
  d.difficulty_id as "difficultyId",
  d.paper_number as "paperNumber", d.paper_on as "paperOn", d.paper_issuer as "paperIssuer", d.text,
  d.legal_ground as "legalGround", d.measure, d.issuer_seat as "issuerSeat", d.issuer_name as "issuerName",
  d.given_on as "givenOn", d.due_on as "dueOn", d.spread, d.list, d.list_date as "listDate", d.figure,
  d.measured_loans as "measuredLoans",  d.recipient_seats as "recipientSeats", d.request_hash as "requestHash"`;

/** Writes directives of one commune; false when one of their ids was there already: then nothing of them is written. */
export async function insertDirectives(
  tx: Tx,
  directives: readonly DirectiveRow[],
  { by, at }: Giving,
): Promise<boolean> {
  // The driver knows no arrays of arrays: the rows travel as one JSON value.
  const rows = JSON.stringify(directives);
  const { numAffectedRows } = await sql`
    insert into governance.directive (commune_id, id, source, briefing_id, conclusion_id, difficulty_id, paper_number, paper_on,
      paper_issuer, text, legal_ground, measure, issuer_seat, issuer_name, given_by, given_on, given_at, due_on, spread, list, list_date, figure,
      measured_loans, recipient_seats, request_hash)
    select "communeId", id, source, "briefingId", "conclusionId", "difficultyId", "paperNumber", "paperOn", "paperIssuer", text,
           "legalGround", measure, "issuerSeat", "issuerName", ${by}, "givenOn", ${at}, "dueOn", spread, list, "listDate", figure, "measuredLoans",
           "recipientSeats", "requestHash"
    from jsonb_to_recordset(${rows}::jsonb) as row ("communeId" uuid, id uuid, source text, "briefingId" uuid,
      "conclusionId" uuid, "difficultyId" uuid, "paperNumber" text, "paperOn" date, "paperIssuer" text, text text, "legalGround" text, measure text, "issuerSeat" text,
      "issuerName" text, "givenOn" date, "dueOn" date, spread text, list text, "listDate" date, figure text,
      "measuredLoans" integer, "recipientSeats" text[], "requestHash" text)
    on conflict (commune_id, id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n) === directives.length;
}

/** One directive, as far as the scope shows it. */
export async function selectDirective(
  tx: Tx,
  communeId: Id,
  directiveId: Id,
): Promise<DirectiveRow | undefined> {
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE_COLUMNS} from governance.directive d where d.commune_id = ${communeId} and d.id = ${directiveId}`.execute(
    tx,
  );
  return rows[0];
}

/** The directives that closing a briefing made of its conclusions and of the difficulties given there. */
export async function selectDirectivesOfBriefing(
  tx: Tx,
  communeId: Id,
  briefingId: Id,
): Promise<DirectiveRow[]> {
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE_COLUMNS} from governance.directive d
    where d.commune_id = ${communeId} and d.briefing_id = ${briefingId} order by d.id limit 1000`.execute(tx);
  return rows;
}

/** The directives that have these ids, in one commune or several. */
export async function selectDirectivesById(
  tx: Tx,
  communeIds: readonly Id[],
  directiveIds: readonly Id[],
): Promise<Map<Id, DirectiveRow>> {
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE_COLUMNS} from governance.directive d
    where d.commune_id = any (${[...communeIds]}::uuid[]) and d.id = any (${[...directiveIds]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Another office has a task of it now, and reads its words. */
export async function addRecipient(
  tx: Tx,
  {
    communeId,
    directiveId,
    seat,
  }: { readonly communeId: Id; readonly directiveId: Id; readonly seat: SeatKey },
): Promise<void> {
  await sql`
    update governance.directive set recipient_seats = array_append(recipient_seats, ${seat})
    where commune_id = ${communeId} and id = ${directiveId} and not (${seat} = any (recipient_seats))`.execute(
    tx,
  );
}

/** A loan that a directive is measured by. */
export type MeasuredLoanRow = {
  readonly directiveId: Id;
  readonly contractNo: string;
  readonly villageCode: string;
  readonly groupCode: string;
  readonly associationCode: string;
};

/** Keeps the loans that directives of one commune are measured by. */
export async function insertMeasuredLoans(
  tx: Tx,
  communeId: Id,
  loans: readonly MeasuredLoanRow[],
): Promise<void> {
  await sql`
    insert into governance.measured_loan (commune_id, directive_id, contract_no, village_code, group_code, association_code)
    select ${communeId}, "directiveId", "contractNo", "villageCode", "groupCode", "associationCode"
    from jsonb_to_recordset(${JSON.stringify(loans)}::jsonb) as row ("directiveId" uuid, "contractNo" text,
      "villageCode" text, "groupCode" text, "associationCode" text)`.execute(tx);
}

/** The contracts that directives are measured by, by directive, as far as the scope shows them. */
export async function selectMeasuredLoans(
  tx: Tx,
  communeId: Id,
  directiveIds: readonly Id[],
): Promise<Map<Id, readonly string[]>> {
  const { rows } = await sql<{ directiveId: Id; contractNos: string[] }>`
    select directive_id as "directiveId", array_agg(contract_no order by contract_no) as "contractNos"
    from governance.measured_loan
    where commune_id = ${communeId} and directive_id = any (${[...directiveIds]}::uuid[])
    group by directive_id`.execute(tx);
  return new Map(rows.map(({ directiveId, contractNos }) => [directiveId, contractNos]));
}
