import type { Id, NewId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../platform/db/database.ts';
import { officeByCode } from '../registry/index.ts';
import { readCode } from './domain/cells.ts';
import { normaliseHeader } from './domain/header.ts';
import { readSheet } from './reader/workbook.ts';
import { examineFile } from './reading/examine-file.ts';

/** The office that files belong to. */
export type OfficeOfFiles = {
  readonly officeId: Id;
  readonly code: string;
  /** True where no import has named it yet: the id was made now, and the office is brought in once its files are fit. */
  readonly isNew: boolean;
};

const CODE_DIGITS = 6;

/**
 * The office whose report 31 is among these files, for callers that act for no office, as the command line; undefined
 * where no file is a report 31 that can be read. Only the first rows are looked at.
 */
export async function officeForFiles(
  tx: Tx,
  contents: readonly Uint8Array<ArrayBuffer>[],
  newId: NewId,
): Promise<OfficeOfFiles | undefined> {
  for (const content of contents) {
    const code = await officeCodeIn(content, newId);
    if (code === undefined) continue;
    const known = await officeByCode(tx, code);
    return { officeId: known?.officeId ?? newId(), code, isNew: !known };
  }
  return undefined;
}

async function officeCodeIn(content: Uint8Array<ArrayBuffer>, newId: NewId): Promise<string | undefined> {
  const { table } = await examineFile({ fileId: newId(), name: '', content });
  const place = table?.as.columnOf.get(normaliseHeader('Mã PGD'));
  if (table?.as.kind.name !== 'report31' || place === undefined) return undefined;
  let code: string | undefined;
  const reading = await readSheet(table.workbook, table.sheetIndex, (row) => {
    if (row.number <= table.as.headerRow) return undefined;
    const found = readCode(row.cells[place], CODE_DIGITS)?.text;
    if (!found || !/^\d+$/.test(found)) return undefined;
    code = found;
    return 'stop';
  });
  return isRefusal(reading) ? undefined : code;
}
