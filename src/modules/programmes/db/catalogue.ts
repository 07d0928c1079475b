import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Confidence } from '../domain/rules.ts';

/** A programme as it stands in the catalogue. */
export type ProgrammeRow = {
  readonly id: Id;
  readonly code: string;
  readonly abbreviation: string;
  readonly name: string;
  readonly audience: string | null;
  /** Its borrowers do not pay interest while they study [PR13]. */
  readonly isForStudents: boolean;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly document: string;
  readonly confidence: Confidence;
};

/** A dated term of a programme. Unknown is null, never zero. */
export type TermRow = {
  readonly id: Id;
  readonly programmeId: Id;
  readonly variant: string;
  readonly rateBpsPerYear: number | null;
  readonly capVnd: bigint | null;
  readonly capNote: string | null;
  readonly longestTermMonths: number | null;
  readonly instalmentSpacingMonths: number | null;
  /** Null: by the general rule [PR11]. */
  readonly overdueFactorPercent: number | null;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly document: string;
  readonly confidence: Confidence;
};

/** A fund source. */
export type FundSourceRow = {
  readonly code: string;
  readonly name: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly document: string;
  readonly confidence: Confidence;
};

/** All programmes by code, the newer holder of a re-used code first. */
export async function readProgrammes(tx: Tx): Promise<ProgrammeRow[]> {
  const { rows } = await sql<ProgrammeRow>`
    select id, code, abbreviation, name, audience, is_for_students as "isForStudents", valid_from as "validFrom",
           valid_to as "validTo", document, confidence
    from programmes.programme order by code, valid_from desc limit 1000
  `.execute(tx);
  return rows;
}

/** The codes of students' programmes, each as its newest holder by a day has it: loans outlive their programme. */
export async function readStudentProgrammes(tx: Tx, onDate: BusinessDate): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from (
      select distinct on (code) code, is_for_students from programmes.programme
      where valid_from <= ${onDate}::date order by code, valid_from desc
    ) holder where is_for_students order by code
  `.execute(tx);
  return rows.map(({ code }) => code);
}

/** All terms, newest first; of one programme when it is given. */
export async function readTerms(tx: Tx, programmeId: Id | null = null): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select id, programme_id as "programmeId", variant, rate_bps_per_year as "rateBpsPerYear", cap_vnd as "capVnd",
           cap_note as "capNote", longest_term_months as "longestTermMonths",
           instalment_spacing_months as "instalmentSpacingMonths", overdue_factor_percent as "overdueFactorPercent",
           valid_from as "validFrom", valid_to as "validTo", document, confidence
    from programmes.programme_term
    where ${programmeId}::uuid is null or programme_id = ${programmeId}
    order by programme_id, variant, valid_from desc limit 10000
  `.execute(tx);
  return rows;
}

/** All fund sources. */
export async function readFundSources(tx: Tx): Promise<FundSourceRow[]> {
  const { rows } = await sql<FundSourceRow>`
    select code, name, valid_from as "validFrom", valid_to as "validTo", document, confidence
    from programmes.fund_source order by code limit 100
  `.execute(tx);
  return rows;
}

/** Adds a term and ends the one before it. */
export async function insertTerm(
  tx: Tx,
  term: Omit<TermRow, 'validTo'> & { enteredBy: Id | null; enteredAt: Date },
  endsBefore: { id: Id; on: BusinessDate } | null,
): Promise<void> {
  if (endsBefore)
    await sql`update programmes.programme_term set valid_to = ${endsBefore.on} where id = ${endsBefore.id}`.execute(
      tx,
    );
  await sql`
    insert into programmes.programme_term (id, programme_id, variant, rate_bps_per_year, cap_vnd, cap_note,
      longest_term_months, instalment_spacing_months, overdue_factor_percent, valid_from, document, confidence,
      entered_by, entered_at)
    values (${term.id}, ${term.programmeId}, ${term.variant}, ${term.rateBpsPerYear}, ${term.capVnd}, ${term.capNote},
      ${term.longestTermMonths}, ${term.instalmentSpacingMonths}, ${term.overdueFactorPercent}, ${term.validFrom},
      ${term.document}, ${term.confidence}, ${term.enteredBy}, ${term.enteredAt})
  `.execute(tx);
}

/** Adds a programme that has no end yet. */
export async function insertProgramme(tx: Tx, programme: Omit<ProgrammeRow, 'validTo'>): Promise<void> {
  await sql`
    insert into programmes.programme (id, code, abbreviation, name, audience, is_for_students, valid_from, document, confidence)
    values (${programme.id}, ${programme.code}, ${programme.abbreviation}, ${programme.name}, ${programme.audience},
      ${programme.isForStudents}, ${programme.validFrom}, ${programme.document}, ${programme.confidence})
  `.execute(tx);
}

/** Says whether the borrowers of a programme are students. */
export async function setIsForStudents(
  tx: Tx,
  { programmeId, isForStudents }: { programmeId: Id; isForStudents: boolean },
): Promise<void> {
  await sql`update programmes.programme set is_for_students = ${isForStudents} where id = ${programmeId}`.execute(
    tx,
  );
}

/** Ends a programme on a day; null: it goes on. */
export async function setProgrammeEnd(
  tx: Tx,
  { programmeId, lastDay }: { programmeId: Id; lastDay: BusinessDate | null },
): Promise<void> {
  await sql`update programmes.programme set valid_to = ${lastDay} where id = ${programmeId}`.execute(tx);
}

/** Adds a fund source that has no end yet. */
export async function insertFundSource(tx: Tx, source: Omit<FundSourceRow, 'validTo'>): Promise<void> {
  await sql`
    insert into programmes.fund_source (code, name, valid_from, document, confidence)
    values (${source.code}, ${source.name}, ${source.validFrom}, ${source.document}, ${source.confidence})
  `.execute(tx);
}
