import { dayNumber } from '../../../../kernel/dates.ts';
import { type Cell, columnName, isCellDay } from '../cell.ts';
import { writeZip, type ZipFile } from './zip-writer.ts';

/** The ways in which programs write the same sheet. */
export type Dialect = {
  readonly texts: 'shared' | 'inline' | 'formula' | 'runs' | 'cdata';
  readonly hasReferences: boolean;
  /** `` or `x:`. */
  readonly prefix: string;
  readonly hasByteOrderMark: boolean;
  /** Line breaks and blanks between the elements, and single quotes. */
  readonly isPretty: boolean;
  readonly is1904: boolean;
};

/** How the bank's program writes: texts inside the cells, references, no prefix. */
export const BANK_DIALECT: Dialect = {
  texts: 'inline',
  hasReferences: true,
  prefix: '',
  hasByteOrderMark: false,
  isPretty: false,
  is1904: false,
};

/** A sheet for {@link writeWorkbook}: rows by their number. */
export type SheetDraft = {
  readonly name?: string;
  readonly state?: string;
  readonly dimension?: string;
  readonly rows?: ReadonlyMap<number, readonly Cell[]>;
  /** The whole XML of the sheet, instead of rows. */
  readonly xml?: string | Uint8Array;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DAY_STYLE = 1;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Writes a workbook in a dialect. */
export function writeWorkbook(sheets: readonly SheetDraft[], dialect: Partial<Dialect> = {}): Buffer {
  return writeZip(workbookFiles(sheets, dialect));
}

/** The files of a workbook, for those who want to spoil one of them. */
export function workbookFiles(sheets: readonly SheetDraft[], dialect: Partial<Dialect> = {}): ZipFile[] {
  const style = { ...BANK_DIALECT, ...dialect };
  const shared: string[] = [];
  const sheetFiles = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheet.xml ?? sheetXml(sheet, style, shared),
  }));
  return [
    { name: '[Content_Types].xml', content: `${HEAD}<Types/>` },
    { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', '/xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbookXml(sheets, style) },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(workbookRelations(sheets.length)) },
    { name: 'xl/styles.xml', content: stylesXml() },
    { name: 'xl/sharedStrings.xml', content: sharedXml(shared, style) },
    ...sheetFiles,
  ];
}

function workbookRelations(sheets: number): [string, string, string][] {
  const ofSheets = Array.from({ length: sheets }, (_, index): [string, string, string] => [
    `rId${index + 1}`,
    'worksheet',
    index % 2 === 0 ? `worksheets/sheet${index + 1}.xml` : `/xl/worksheets/sheet${index + 1}.xml`,
  ]);
  return [
    ...ofSheets.reverse(),
    ['rIdS', 'styles', 'styles.xml'],
    ['rIdT', 'sharedStrings', 'sharedStrings.xml'],
  ];
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly SheetDraft[], style: Dialect): string {
  const items = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const properties = style.is1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${items.join('')}</sheets></workbook>`;
}

function stylesXml(): string {
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="3"/></cellXfs></styleSheet>`;
}

function sharedXml(shared: readonly string[], style: Dialect): string {
  const items = shared.map((text) => `<si>${style.isPretty ? '\n ' : ''}${richText('t', text)}</si>`);
  return `${HEAD}<sst xmlns="${MAIN}">${items.join('')}</sst>`;
}

function sheetXml(sheet: SheetDraft, style: Dialect, shared: string[]): string {
  const p = style.prefix;
  const space = style.isPretty ? '\n  ' : '';
  const rows = [...(sheet.rows ?? [])].map(([number, cells]) => {
    const inside = cells.map((cell, column) => cellXml(cell, column, number, style, shared)).join(space);
    return `${space}<${p}row${style.hasReferences ? ` r="${number}" spans="1:9"` : ''}>${inside}</${p}row>`;
  });
  const dimension = sheet.dimension ? `<${p}dimension ref="${sheet.dimension}"/>` : '';
  const mark = style.hasByteOrderMark ? '\ufeff' : '';
  const namespace = p === '' ? 'xmlns' : 'xmlns:x';
  return `${mark}${HEAD}<!-- made for a test --><${p}worksheet ${namespace}="${MAIN}">${dimension}<${p}sheetData>${rows.join('')}${space}</${p}sheetData><${p}pageMargins left="0.7"/></${p}worksheet>`;
}

function cellXml(cell: Cell, column: number, row: number, style: Dialect, shared: string[]): string {
  const p = style.prefix;
  const quote = style.isPretty ? "'" : '"';
  const attribute = (name: string, value: string): string => ` ${name}=${quote}${value}${quote}`;
  const reference = style.hasReferences ? attribute('r', `${columnName(column)}${row}`) : '';
  if (cell === undefined) return style.hasReferences && column % 2 === 0 ? '' : `<${p}c${reference}/>`;
  if (typeof cell === 'number') return `<${p}c${reference}><${p}v>${cell}</${p}v></${p}c>`;
  if (isCellDay(cell)) {
    return `<${p}c${reference}${attribute('s', String(DAY_STYLE))}><${p}v>${serialOf(cell.day, style.is1904)}</${p}v></${p}c>`;
  }
  return textCell(cell, reference, style, shared, attribute);
}

function textCell(
  text: string,
  reference: string,
  style: Dialect,
  shared: string[],
  attribute: (name: string, value: string) => string,
): string {
  const p = style.prefix;
  const cell = (type: string, inside: string): string =>
    `<${p}c${reference}${attribute('t', type)}>${inside}</${p}c>`;
  switch (style.texts) {
    case 'shared':
      return cell('s', `<${p}v>${shared.push(text) - 1}</${p}v>`);
    case 'formula':
      return cell('str', `<${p}f>A1&amp;"&lt;v>"</${p}f><${p}v>${escapeXml(escapeCharacters(text))}</${p}v>`);
    case 'runs':
      return cell(
        'inlineStr',
        `<${p}is>${runs(p, text)}<${p}rPh sb="0" eb="1"><${p}t>ばか</${p}t></${p}rPh></${p}is>`,
      );
    case 'cdata':
      return cell(
        'inlineStr',
        `<${p}is><${p}t xml:space="preserve">${cdata(escapeCharacters(text))}</${p}t></${p}is>`,
      );
    default:
      return cell('inlineStr', `<${p}is>${richText(`${p}t`, text)}</${p}is>`);
  }
}

function richText(tag: string, text: string): string {
  const isTrimmed = text === text.trim();
  return `<${tag}${isTrimmed ? '' : ' xml:space="preserve"'}>${escapeXml(escapeCharacters(text))}</${tag}>`;
}

function runs(p: string, text: string): string {
  const characters = [...text];
  const middle = Math.floor(characters.length / 2);
  const parts = [characters.slice(0, middle).join(''), characters.slice(middle).join('')];
  // An escape must not be split over two runs, or it would no longer be one.
  const whole = /_x/i.test(text) ? ['', text] : parts;
  return whole
    .map(
      (part) =>
        `<${p}r><${p}rPr><${p}b/></${p}rPr><${p}t xml:space="preserve">${escapeXml(escapeCharacters(part))}</${p}t></${p}r>`,
    )
    .join('');
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function serialOf(day: Parameters<typeof dayNumber>[0], is1904: boolean): number {
  const days = dayNumber(day);
  if (is1904) return days + 24_107;
  return days + 25_569 - (days + 25_569 <= 60 ? 1 : 0);
}

/** The workbook's own escape: for carriage returns, and for text that looks like an escape. */
function escapeCharacters(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#x22;')
    .replaceAll('đ', '&#273;');
}
