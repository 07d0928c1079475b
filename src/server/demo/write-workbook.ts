import { archive } from '../../platform/archive.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/*
 * Writes a workbook the way the bank's report system does: one sheet BCQUERY, column A blank, the title in row 2, the
 * header in row 5, texts inline. For sample data only; files for people are written by `platform/table-files/`.
 */

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const OFFICE = 'http://schemas.openxmlformats.org';

const FIXED_PARTS = {
  '[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="BCQUERY" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** The bytes of a workbook that holds the sheet. */
export function writeWorkbook(sheet: Sheet): Uint8Array {
  const content = [
    `${XML}<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>`,
    row(2, [sheet.title]),
    row(5, sheet.header),
    ...sheet.rows.map((cells, i) => row(6 + i, cells)),
    '</sheetData></worksheet>',
  ].join('');
  return archive(Object.entries({ ...FIXED_PARTS, 'xl/worksheets/sheet1.xml': content }));
}

function row(number: number, cells: readonly SheetCell[]): string {
  return `<row r="${number}">${cells.map((cell, i) => cellXml(columnName(i + 2) + number, cell)).join('')}</row>`;
}

function cellXml(reference: string, cell: SheetCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  const text = cell.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '',
  );
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
