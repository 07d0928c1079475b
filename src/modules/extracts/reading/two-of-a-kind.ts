import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { type DateFormat, dateColumn } from '../domain/date-column.ts';
import { kindTitle } from '../domain/file-kinds.ts';
import { normaliseHeader } from '../domain/header.ts';
import { readSheet } from '../reader/workbook.ts';
import { type Examined, refuseFile } from './examine-file.ts';

/** Refuses every file of a kind but the first; where they are of two dates, that is what is wrong, and it is said [EX9]. */
export async function refuseTwoOfAKind(examined: readonly Examined[]): Promise<void> {
  const firsts = new Map<string, Examined>();
  for (const one of examined) {
    const { kind, state } = one.draft;
    if (state !== 'read' || kind === null) continue;
    const first = firsts.get(kind);
    if (first) await refuseSecond(first, one);
    else firsts.set(kind, one);
  }
}

async function refuseSecond(first: Examined, second: Examined): Promise<void> {
  const { draft, file } = second;
  const [date, otherDate] = [await firstDate(second), await firstDate(first)];
  if (date !== undefined && draft.dataDate === null)
    Object.assign(draft, { dataDate: date, dataDateFrom: 'inside' });
  const data = { file: file.name, kind: kindTitle(draft.kind ?? ''), other: first.file.name };
  if (date === undefined || otherDate === undefined || date === otherDate)
    return refuseFile(draft, 'twoOfAKind', data);
  refuseFile(draft, 'twoOfAKindTwoDates', {
    ...data,
    ...{ date: formatDate(date), otherDate: formatDate(otherDate) },
  });
}

const FORMATS: readonly DateFormat[] = ['vietnamese', 'american'];

/** The data date of a file by its title, else by the first row that tells it; the file is not read for it. */
async function firstDate({ draft, table }: Examined): Promise<BusinessDate | undefined> {
  if (draft.dataDate !== null) return draft.dataDate;
  const place = table?.as.columnOf.get(normaliseHeader('Ngày số liệu'));
  if (!table || place === undefined) return undefined;
  let date: BusinessDate | undefined;
  const reading = await readSheet(table.workbook, table.sheetIndex, ({ number, cells }) => {
    if (number <= table.as.headerRow) return undefined;
    const dates = FORMATS.map((format) => dateColumn(format).read(cells[place]));
    date = dates.find((one) => one) ?? undefined;
    return date && 'stop';
  });
  return isRefusal(reading) ? undefined : date;
}
