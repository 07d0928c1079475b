import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';

/** What entering people wrote into a document's name about their own doubts. */
const DOUBTS = ['chưa đối chiếu ngày hiệu lực', 'chưa đối chiếu văn bản'] as const;

/** The first day of rows whose beginning nobody knows: they count for every month of the books. */
const BEGINNING_UNKNOWN = '2000-01-01';

/** A document's name without the doubts noted in it, and those doubts by themselves, to be shown as such. */
export function doubtsOf(document: string): {
  readonly document: string;
  readonly doubts: readonly string[];
} {
  const doubts = DOUBTS.filter((doubt) => document.includes(doubt));
  const name = doubts
    .reduce((text, doubt) => text.replace(new RegExp(`\\s*(?:\\(${doubt}\\)|[;,]? ${doubt})`), ''), document)
    .trim();
  return { document: name, doubts };
}

/** Whether a row still has to be compared with its document. */
export function isDoubtful(row: { readonly document: string; readonly confidence: string | null }): boolean {
  return row.confidence === 'unsure' || doubtsOf(row.document).doubts.length > 0;
}

/** From when to when a row counts: `từ 01/03/2019`, `01/01/2018–31/12/2023`; the seeded beginning is no known day. */
export function periodText(validFrom: BusinessDate, validTo: BusinessDate | null): string {
  if (validFrom === BEGINNING_UNKNOWN)
    return validTo === null ? 'chưa rõ từ ngày nào' : `đến ${formatDate(validTo)}`;
  return validTo === null ? `từ ${formatDate(validFrom)}` : `${formatDate(validFrom)}–${formatDate(validTo)}`;
}
