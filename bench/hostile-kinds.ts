import { randomBytes } from 'node:crypto';
import { type SheetDraft, workbookFiles } from '../src/modules/extracts/reader/testing/workbook-writer.ts';
import { writeZip, type ZipFile } from '../src/modules/extracts/reader/testing/zip-writer.ts';

const MIB = 1024 * 1024;
/** As much XML as the largest report has, from a file of some megabytes. */
const SHEET_BYTES = 120 * MIB;
/** Just below what the reader takes on of the other parts. */
const SHARED_BYTES = 63 * MIB;
const SMALL_BYTES = 7 * MIB;
/** How many rows a sheet may have; with them evenly filled, a part keeps below the ratio that is refused unread. */
const ROWS = 1_000_000;

/** A file that is made to hurt whoever opens it. */
export type HostileKind = { readonly name: string; readonly make: () => Buffer };

/** What can be wrong with a workbook and still look like one: everything that costs time or memory and holds no figures. */
export const HOSTILE_KINDS: readonly HostileKind[] = [
  sheet('foreign elements in every row', (n) => row(n, '<z/>'.repeat(120))),
  sheet('foreign elements in every cell', (n) => row(n, `<c>${'<z/>'.repeat(118)}</c>`)),
  sheet('foreign elements with content in every row', (n) => row(n, '<z>a</z>'.repeat(60))),
  sheet('comments in every row', (n) => row(n, '<!---->'.repeat(70))),
  sheet('instructions in every row', (n) => row(n, '<?a?>'.repeat(95))),
  sheet('empty CDATA in every value', (n) => row(n, `<c><v>${'<![CDATA[]]>'.repeat(38)}</v></c>`)),
  sheet('empty runs in every text', (n) => row(n, `<c t="inlineStr"><is>${'<r></r>'.repeat(65)}</is></c>`)),
  sheet('empty texts in every cell', (n) => row(n, `<c t="inlineStr"><is>${'<t/>'.repeat(115)}</is></c>`)),
  sheet('empty values in every cell', (n) => row(n, `<c>${'<v/>'.repeat(120)}</c>`)),
  sheet('empty cells', (n) => row(n, '<c/>'.repeat(120))),
  sheet('empty cells in odd writing', (n) => row(n, '<c ></c>'.repeat(60))),
  sheet('blanks between the cells', (n) => row(n, `${' '.repeat(240)}<c/>${' '.repeat(240)}`)),
  sheet('long tags', (n) => row(n, `<c ${attributes(60)}/>`)),
  sheet('very long tags', (n) => (n % 400 === 0 ? `<row ${attributes(24_000)}/>` : '')),
  sheet('long comments', (n) => (n % 1000 === 0 ? `<!--${'a'.repeat(500_000)}-->` : noise())),
  sheet('merges', () => `<mergeCell ref="${noise()}"/>${'<m/>'.repeat(115)}`, [
    '<worksheet><mergeCells>',
    '</mergeCells></worksheet>',
  ]),
  shared('empty shared texts', () => `<si/>${'<si/>'.repeat(11)}${noise()}`),
  shared('runs without text in shared texts', () => `<si>${'<r/>'.repeat(13)}</si>${noise()}`),
  shared('one shared text of endless runs', () => `<r><t>${noise()}</t></r>${'<r><t>a</t></r>'.repeat(3)}`, [
    '<sst><si>',
    '</si></sst>',
  ]),
  shared('one shared text without end', () => `${noise().repeat(4)}`, ['<sst><si><t>', '</t></si></sst>']),
  shared(
    'large shared texts in runs',
    () => `<si><r><t>${noise()}</t></r><r><t>${'ạ'.repeat(8)}</t></r></si>`,
  ),
  small(
    'endless styles',
    'xl/styles.xml',
    ['<styleSheet><cellXfs>', '</cellXfs></styleSheet>'],
    () => `<xf numFmtId="${noise()}"/>${'<xf/>'.repeat(10)}`,
  ),
  small(
    'endless formats',
    'xl/styles.xml',
    ['<styleSheet><numFmts>', '</numFmts></styleSheet>'],
    () => `<numFmt numFmtId="${counter++}" formatCode="${noise()}"/>`,
  ),
  small(
    'endless sheets',
    'xl/workbook.xml',
    ['<workbook><sheets>', '</sheets></workbook>'],
    () => `<sheet name="${noise()}"/>`,
  ),
  small(
    'endless relations',
    'xl/_rels/workbook.xml.rels',
    ['<Relationships>', '</Relationships>'],
    () => `<Relationship Id="${noise()}" Target="a"/>`,
  ),
  small('an endless tag of styles', 'xl/styles.xml', ['<styleSheet ', '/>'], () => attributes(100)),
  { name: 'a bomb', make: () => workbook(part('xl/worksheets/sheet1.xml', Buffer.alloc(SHEET_BYTES))) },
  {
    name: 'a bomb that lies about its size',
    make: () =>
      workbook({ ...part('xl/worksheets/sheet1.xml', Buffer.alloc(SHEET_BYTES)), claimedBytes: 3000 }),
  },
  {
    name: 'a million entries',
    make: () =>
      writeZip(
        Array.from({ length: 65_000 }, (_, n) => ({ name: `${n}`, content: '' })),
        { entries64: 1_000_000n },
      ),
  },
  {
    name: 'entities that multiply',
    make: () =>
      workbook(
        part(
          'xl/worksheets/sheet1.xml',
          Buffer.from('<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>'),
        ),
      ),
  },
  {
    name: 'elements without end',
    make: () => workbook(part('xl/worksheets/sheet1.xml', Buffer.from('<worksheet>'.repeat(100_000)))),
  },
];

let counter = 0;

/** What does not compress, so that the whole stays below the ratio that is refused unread. */
function noise(): string {
  return randomBytes(6).toString('hex');
}

function row(n: number, inside: string): string {
  return `<row r="${n + 1}" x="${noise()}">${inside}</row>`;
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, n) => `a${n}="${n % 64 === 0 ? noise().slice(0, 4) : ''}"`).join(
    ' ',
  );
}

function sheet(
  name: string,
  block: (n: number) => string,
  around = ['<worksheet><sheetData>', '</sheetData></worksheet>'],
): HostileKind {
  return {
    name,
    make: () => workbook(part('xl/worksheets/sheet1.xml', repeated(SHEET_BYTES, block, around))),
  };
}

function shared(name: string, block: () => string, around = ['<sst>', '</sst>']): HostileKind {
  return { name, make: () => workbook(part('xl/sharedStrings.xml', repeated(SHARED_BYTES, block, around))) };
}

function small(name: string, file: string, around: string[], block: () => string): HostileKind {
  return { name, make: () => workbook(part(file, repeated(SMALL_BYTES, block, around))) };
}

function part(name: string, content: Uint8Array): ZipFile {
  return { name, content };
}

function repeated(
  most: number,
  block: (n: number) => string,
  [before = '', after = '']: readonly string[],
): Buffer {
  const bytes = Buffer.alloc(most);
  let used = bytes.write(before);
  for (let n = 0; n < ROWS; n++) {
    const text = block(n);
    if (used + text.length * 3 + after.length > most) break;
    used += bytes.write(text, used);
  }
  used += bytes.write(after, used);
  return bytes.subarray(0, used);
}

const GOOD: SheetDraft = { name: 'BCQUERY', rows: new Map([[1, ['Mã xã', 540101]]]) };

/** A workbook that is right but for one part. */
function workbook(spoilt: ZipFile): Buffer {
  return writeZip(workbookFiles([GOOD]).map((file) => (file.name === spoilt.name ? spoilt : file)));
}
