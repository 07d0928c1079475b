import { day, daysBetween, formatDate, parseBusinessDate } from '../../kernel/dates.ts';
import { archive, startPacking } from '../archive.ts';
import type { TableTop, TableWriter, WrittenCell, WrittenRow } from './table-sheet.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_NAME = 'Danh sách';

/** The looks of cells, as the places of {@link STYLES_XML}. Text is `@`: a code that is edited keeps its zeros. */
const STYLE = {
  plain: 0,
  title: 1,
  heading: 2,
  headingOfNumbers: 3,
  text: 4,
  number: 5,
  date: 6,
  mark: 7,
} as const;

const STYLES_XML =
  `${XML}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
  '<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="14"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><color rgb="FFB42318"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf/>' +
  '<xf fontId="1" applyFont="1"/>' +
  '<xf fontId="2" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  '<xf fontId="2" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" applyNumberFormat="1"/><xf fontId="3" applyFont="1"/></cellXfs></styleSheet>';

/** The parts of every workbook but its sheet and what names the sheet's rows. */
const PARTS: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', STYLES_XML],
  [
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
];

/**
 * A table as a workbook. Text is written as text (inline strings), so nothing in it is ever a formula and codes keep
 * their zeros [PF40]; amounts are numbers and days are days. The headings stay in sight and stand on every printed page.
 *
 * @param isMarked whether the first line is the mark of the demo
 */
export function workbookWriter(top: TableTop, { isMarked }: { readonly isMarked: boolean }): TableWriter {
  const sheet = startPacking();
  sheet.add(sheetStart(top, isMarked));
  let rows = 0;
  return {
    add: (added) => {
      sheet.add(rowsXml(top, added, headingRow(top) + rows + 1));
      rows += added.length;
    },
    end: () => {
      sheet.add(sheetEnd(top, rows));
      return archive([
        ...PARTS,
        ['xl/workbook.xml', workbookXml(top, rows)],
        ['xl/worksheets/sheet1.xml', sheet.end()],
      ]);
    },
  };
}

/** The row of the headings, counted from 1. */
const headingRow = ({ head }: TableTop) => head.length + 1;

function tableRange(top: TableTop, rows: number): string {
  const first = headingRow(top);
  return `$A$${first}:$${columnName(top.columns.length - 1)}$${first + rows}`;
}

function workbookXml(top: TableTop, rows: number): string {
  const row = headingRow(top);
  const names =
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${SHEET_NAME}'!${tableRange(top, rows)}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${SHEET_NAME}'!$${row}:$${row}</definedName>`;
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${SHEET_NAME}" sheetId="1" r:id="rId1"/></sheets><definedNames>${names}</definedNames></workbook>`;
}

/** The sheet from its beginning to the row of the headings. */
function sheetStart(top: TableTop, isMarked: boolean): string {
  const { head, columns } = top;
  const titleAt = isMarked ? 1 : 0;
  const headStyle = (index: number) => {
    if (index === titleAt) return STYLE.title;
    return index < titleAt ? STYLE.mark : STYLE.plain;
  };
  const below = headingRow(top);
  const headings = columns.map(({ heading, kind }, at) => {
    const style = kind === 'number' ? STYLE.headingOfNumbers : STYLE.heading;
    return cellXml(heading, { style, place: `${columnName(at)}${below}` });
  });
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${below}" topLeftCell="A${below + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>` +
    head
      .map((line, index) =>
        rowXml([cellXml(line, { style: headStyle(index), place: `A${index + 1}` })], index + 1),
      )
      .join('') +
    rowXml(headings, below)
  );
}

/** @param first the number of the first of these rows in the sheet */
function rowsXml({ columns }: TableTop, rows: readonly WrittenRow[], first: number): string {
  return rows
    .map((row, index) => {
      const cells = row.map((cell, at) => {
        const kind = columns[at]?.kind ?? 'text';
        const place = `${columnName(at)}${first + index}`;
        return kind === 'date' ? dateXml(cell, place) : cellXml(cell, { style: STYLE[kind], place });
      });
      return rowXml(cells, first + index);
    })
    .join('');
}

function rowXml(cells: readonly string[], number: number): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function sheetEnd(top: TableTop, rows: number): string {
  return (
    `</sheetData><autoFilter ref="${tableRange(top, rows).replaceAll('$', '')}"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>'
  );
}

type Cell = { readonly style: number; readonly place: string };

function cellXml(cell: WrittenCell, { style, place }: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell !== 'string') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** Day 0 of the workbook's calendar; it believes in 29/02/1900, so that days before March 1900 would be off by one. */
const DAY_ZERO = day('1899-12-30');
const FIRST_TRUE_DAY = day('1900-03-01');

function dateXml(cell: WrittenCell, place: string): string {
  const date = typeof cell === 'string' ? parseBusinessDate(cell) : undefined;
  if (date === undefined) return '';
  if (date < FIRST_TRUE_DAY) return cellXml(formatDate(date), { style: STYLE.text, place });
  return cellXml(daysBetween(DAY_ZERO, date), { style: STYLE.date, place });
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Characters that XML cannot carry are left out. */
function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const carried = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return carried.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
