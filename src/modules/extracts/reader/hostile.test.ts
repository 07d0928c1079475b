import { describe, expect, it } from 'vitest';
import { isRefusal, refusalText } from '../../../kernel/refusal.ts';
import { DEFAULT_LIMITS, type ReaderLimits } from './limits.ts';
import { READER_REFUSALS } from './refusals.ts';
import { readAll } from './testing/read-all.ts';
import { type SheetDraft, workbookFiles, writeWorkbook } from './testing/workbook-writer.ts';
import { writeZip, type ZipEnd, type ZipFile } from './testing/zip-writer.ts';
import { openWorkbook, readSheet } from './workbook.ts';

const MIB = 1024 * 1024;
const GOOD_SHEET: SheetDraft = { name: 'BCQUERY', rows: new Map([[1, ['Mã xã', 540101]]]) };
const SHEET_1 = 'xl/worksheets/sheet1.xml';

/** The code of the refusal, after checking that its sentence has no empty place. */
async function refused(content: Uint8Array, limits?: ReaderLimits): Promise<string> {
  const outcome = await readAll(content, 0, limits);
  if (!isRefusal(outcome)) return 'read';
  expect(refusalText(READER_REFUSALS, outcome)).not.toMatch(/[{}]|undefined|NaN/);
  return outcome.refused;
}

function spoilt(name: string, change: Partial<ZipFile>, end?: ZipEnd): Buffer {
  const files = workbookFiles([GOOD_SHEET]);
  return writeZip(
    files.map((file) => (file.name === name ? { ...file, ...change } : file)),
    end,
  );
}

function withFile(file: ZipFile): Buffer {
  return writeZip([...workbookFiles([GOOD_SHEET]), file]);
}

function withSheet(xml: string | Uint8Array): Buffer {
  return writeWorkbook([{ name: 'BCQUERY', xml }]);
}

function rows(xml: string): Buffer {
  return withSheet(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
}

const OLE2 = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);
const stream = (name: string): Buffer =>
  Buffer.concat([OLE2, Buffer.from(`${name}\0`, 'utf16le'), Buffer.alloc(64)]);

describe('files that are no workbook', () => {
  it.each<[string, string, Buffer]>([
    ['an empty file', 'fileEmpty', Buffer.alloc(0)],
    ['an old .xls', 'fileOldBinary', stream('Workbook')],
    ['a very old .xls', 'fileOldBinary', stream('Book')],
    ['an encrypted .xlsx', 'fileEncrypted', stream('EncryptedPackage')],
    ['an old Word file', 'fileNotWorkbook', stream('WordDocument')],
    ['CSV', 'fileIsText', Buffer.from('Mã xã;Tên xã\n540101;Xã Bình Ngọc\n')],
    ['CSV in UTF-16', 'fileIsText', Buffer.from('\ufeffMã xã', 'utf16le')],
    [
      'HTML that is called .xls',
      'fileIsText',
      Buffer.from('<html><table><tr><td>540101</td></tr></table></html>'),
    ],
    ['XML Spreadsheet 2003', 'fileIsText', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ['PDF', 'fileNotWorkbook', Buffer.from('%PDF-1.7\n')],
    ['bytes without meaning', 'fileNotWorkbook', Buffer.from([0, 1, 2, 3, 0, 255, 254])],
    ['a zip of other things', 'fileNotWorkbook', writeZip([{ name: 'bao-cao.csv', content: 'a;b' }])],
    ['an empty zip', 'fileNotWorkbook', writeZip([])],
    ['a Word file', 'fileNotWorkbook', writeZip([{ name: 'word/document.xml', content: '<w/>' }])],
    ['.xlsb', 'fileBinaryWorkbook', writeZip([{ name: 'xl/workbook.bin', content: 'x' }])],
    [
      '.ods',
      'fileOpenDocument',
      writeZip([
        { name: 'content.xml', content: 'x' },
        { name: 'META-INF/manifest.xml', content: 'x' },
      ]),
    ],
    [
      'a workbook without its main part',
      'workbookPartMissing',
      writeZip([{ name: '[Content_Types].xml', content: '<Types/>' }]),
    ],
  ])('%s is refused as %s', async (_, code, content) => {
    expect(await refused(content)).toBe(code);
  });

  it('a file above the limit is refused by its size', async () => {
    expect(await refused(writeWorkbook([GOOD_SHEET]), { ...DEFAULT_LIMITS, fileBytes: 1000 })).toBe(
      'fileTooLarge',
    );
  });

  it('a workbook cut off anywhere is refused, and never read in part', async () => {
    const whole = writeWorkbook([GOOD_SHEET]);
    for (let length = 1; length < whole.length; length += 7) {
      expect(await refused(whole.subarray(0, length))).toMatch(/^file(CutOff|NotWorkbook|IsText|Damaged)$/);
    }
  });
});

describe('archives that are not safe to open', () => {
  it('a bomb is refused by its directory, before anything is inflated', async () => {
    const zeros = Buffer.alloc(8 * MIB);
    expect(await refused(spoilt(SHEET_1, { content: zeros }))).toBe('archiveRatioTooHigh');
    expect(await refused(spoilt(SHEET_1, { claimedBytes: 600 * MIB }))).toBe('archiveTooLarge');
    const small = { ...DEFAULT_LIMITS, totalInflatedBytes: 1000 };
    expect(await refused(writeWorkbook([GOOD_SHEET]), small)).toBe('archiveTooLarge');
  });

  it('a bomb whose directory lies is stopped at the size it claimed', async () => {
    const content = spoilt(SHEET_1, { content: Buffer.alloc(24 * MIB), claimedBytes: 3000 });
    const workbook = openWorkbook(content);
    if (isRefusal(workbook)) throw new Error(workbook.refused);
    const reading = await readSheet(workbook, 0, () => undefined);
    expect(reading).toMatchObject({ refused: 'fileDamaged', data: { place: SHEET_1 } });
    expect(workbook.opened.source.meter.inflatedBytes).toBeLessThan(MIB);
  });

  it('a bomb in a small part is stopped likewise', async () => {
    const bomb = { content: Buffer.alloc(8 * MIB), claimedBytes: 3000 };
    for (const name of ['xl/workbook.xml', '_rels/.rels', 'xl/styles.xml', 'xl/sharedStrings.xml']) {
      expect(await refused(spoilt(name, bomb))).toBe('fileDamaged');
    }
    const claimed = { content: 'x'.repeat(5000), claimedBytes: 300, isStored: true };
    expect(await refused(spoilt('xl/workbook.xml', claimed))).toBe('fileDamaged');
    const noise = Buffer.alloc(9 * MIB, 'khong nen');
    expect(await refused(spoilt('xl/styles.xml', { content: noise, isStored: true }))).toBe(
      'archiveTooLarge',
    );
  });

  it.each([
    '../evil.xml',
    'xl/../../evil.xml',
    '/etc/passwd',
    'C:/evil.xml',
    'xl\\evil.xml',
    'xl/ev\0il.xml',
    './x.xml',
    '',
  ])('an entry named %j is refused', async (name) => {
    expect(await refused(withFile({ name, content: 'x' }))).toBe('archiveEntryName');
  });

  it('two entries of one name are refused, whatever their case, and links too', async () => {
    expect(await refused(withFile({ name: SHEET_1, content: 'x' }))).toBe('archiveEntryName');
    expect(await refused(withFile({ name: 'XL/Worksheets/Sheet1.XML', content: 'x' }))).toBe(
      'archiveEntryName',
    );
    expect(await refused(withFile({ name: 'link', content: '/etc/passwd', unixMode: 0o120777 }))).toBe(
      'archiveEntryName',
    );
  });

  it('a million entries are refused by their count, without reading them', async () => {
    expect(await refused(spoilt('', {}, { entries64: 1_000_000n }))).toBe('archiveTooManyEntries');
    expect(await refused(spoilt('', {}, { entries: 60_000 }))).toBe('archiveTooManyEntries');
    const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}`, content: '' }));
    expect(await refused(writeZip(many))).toBe('archiveTooManyEntries');
    expect(await refused(writeZip(many, { entries: 3 }))).toBe('fileDamaged');
  });

  it('64-bit fields are read when they are right, and refused when they are nonsense', async () => {
    expect(await refused(spoilt(SHEET_1, { isZip64: true }))).toBe('read');
    const files = workbookFiles([GOOD_SHEET]);
    expect(await refused(writeZip(files, { entries64: BigInt(files.length) }))).toBe('read');
    expect(await refused(spoilt('', {}, { entries64: 2n ** 63n }))).toBe('fileDamaged');
    expect(await refused(spoilt('', {}, { entries: 0xffff }))).toBe('fileDamaged');
    expect(await refused(spoilt('', {}, { directoryOffset: 0xfffffff0 }))).toBe('fileDamaged');
    expect(await refused(spoilt('', {}, { directoryBytes: 10 }))).toBe('fileDamaged');
  });

  it('entries that share bytes, or disagree with their own header, are refused', async () => {
    const files = workbookFiles([GOOD_SHEET]);
    const shared = {
      name: 'xl/worksheets/sheet2.xml',
      content: files.at(-1)?.content ?? '',
      sharesPrevious: true,
    };
    expect(await refused(writeZip([...files, shared]))).toBe('fileDamaged');
    expect(await refused(spoilt(SHEET_1, { localName: 'xl/worksheets/sheet9.xml' }))).toBe('fileDamaged');
    expect(await refused(spoilt(SHEET_1, { crc: 1 }))).toBe('fileDamaged');
  });

  it('encrypted entries and unknown ways of packing are refused', async () => {
    expect(await refused(spoilt(SHEET_1, { flags: 1 }))).toBe('archiveEntryEncrypted');
    expect(await refused(spoilt(SHEET_1, { method: 99 }))).toBe('archiveMethodUnknown');
    expect(await refused(spoilt(SHEET_1, { method: 12 }))).toBe('archiveMethodUnknown');
  });

  it('any single byte changed gives a refusal or the same rows, never others', async () => {
    const whole = writeWorkbook([GOOD_SHEET]);
    const right = await readAll(whole);
    for (let at = 0; at < whole.length; at += 3) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const outcome = await readAll(changed);
      if (!isRefusal(outcome) && !isRefusal(right)) expect([...outcome.rows]).toEqual([...right.rows]);
    }
  });
});

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const OUTSIDE = `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>`;

describe('XML that is not to be trusted', () => {
  it.each([
    'xl/workbook.xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    SHEET_1,
  ])('a document type or entity in %s is refused', async (name) => {
    for (const prolog of [LAUGHS, OUTSIDE, '<!ENTITY x "y">']) {
      expect(await refused(spoilt(name, { content: `<?xml version="1.0"?>${prolog}<x>&file;</x>` }))).toBe(
        'xmlHasEntities',
      );
    }
  });

  it('an entity that is not built in is refused even without a document type', async () => {
    expect(await refused(rows('<row><c t="inlineStr"><is><t>&file;</t></is></c></row>'))).toBe(
      'xmlMalformed',
    );
    expect(await refused(rows('<row><c t="inlineStr"><is><t>a & b</t></is></c></row>'))).toBe('xmlMalformed');
    expect(await refused(rows('<row><c t="inlineStr"><is><t>&#0;</t></is></c></row>'))).toBe('xmlMalformed');
    expect(await refused(rows('<row><c t="inlineStr"><is><t>&#xD800;</t></is></c></row>'))).toBe(
      'xmlMalformed',
    );
  });

  it('UTF-16 and other encodings are refused by their name', async () => {
    const xml = '<worksheet><sheetData/></worksheet>';
    expect(await refused(withSheet(Buffer.from(`\ufeff${xml}`, 'utf16le')))).toBe('xmlEncoding');
    expect(await refused(withSheet(Buffer.from(xml, 'utf16le')))).toBe('xmlEncoding');
    expect(await refused(withSheet(`<?xml version="1.0" encoding="windows-1258"?>${xml}`))).toBe(
      'xmlEncoding',
    );
  });

  it('bytes that are not UTF-8 are refused with their cell', async () => {
    const xml = Buffer.from(
      '<worksheet><sheetData><row r="7"><c r="C7" t="inlineStr"><is><t>X#</t></is></c></row></sheetData></worksheet>',
    );
    xml[xml.indexOf('#')] = 0xe1;
    expect(await readAll(withSheet(xml))).toMatchObject({
      refused: 'cellTextDamaged',
      data: { sheet: 'BCQUERY', row: 7, column: 'C' },
    });
  });

  it.each([
    ['not closed', '<worksheet><sheetData><row r="1">'],
    ['closed wrongly', '<worksheet><sheetData><row r="1"></sheetData></row></worksheet>'],
    ['another root', '<html></html>'],
    ['two roots', '<worksheet/><worksheet/>'],
    ['nothing', ''],
    ['no markup', 'Mã xã;Tên xã'],
    ['a broken tag', '<worksheet><sheetData><row r="1"<c/></row></sheetData></worksheet>'],
    ['attributes without quotes', '<worksheet><sheetData><row r=1></row></sheetData></worksheet>'],
    ['a number that ends with no quote', '<worksheet><sheetData><row r="1></row></sheetData></worksheet>'],
    ['two attributes run together', '<worksheet><sheetData><row r="1"s="2"></row></sheetData></worksheet>'],
    [
      'an element in a value',
      '<worksheet><sheetData><row><c><v><b>1</b></v></c></row></sheetData></worksheet>',
    ],
    ['too deep', '<worksheet>'.repeat(100)],
  ])('a sheet that is %s is refused', async (_, xml) => {
    expect(await refused(withSheet(xml))).toBe('xmlMalformed');
  });

  it('a table of endless shared texts is refused by their number and by its size', async () => {
    const many = `<sst>${'<si/>'.repeat(2000)}</sst>`;
    const limits = { ...DEFAULT_LIMITS, sharedTexts: 1000 };
    expect(await refused(spoilt('xl/sharedStrings.xml', { content: many }), limits)).toBe(
      'sharedTextsTooMany',
    );
    expect(await refused(spoilt('xl/sharedStrings.xml', { content: many }))).toBe('read');
    const short = { ...DEFAULT_LIMITS, sharedTextBytes: 1000 };
    expect(await refused(spoilt('xl/sharedStrings.xml', { content: many }), short)).toBe('archiveTooLarge');
  });

  it('endless elements beside the rows are refused by their number', async () => {
    const merged = `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(2000)}</mergeCells>`;
    const content = withSheet(`<worksheet><sheetData/>${merged}</worksheet>`);
    expect(await refused(content, { ...DEFAULT_LIMITS, emptyElements: 1000 })).toBe('sheetTooCluttered');
    expect(await refused(content)).toBe('read');
  });

  it('a cell far to the right does not make its row long, and still counts', async () => {
    const sheet = await readAll(
      rows('<row r="1"><c r="AMJ1"><v>1</v></c><c r="AMK1"><v>2</v></c><c r="XFD1"><v>3</v></c></row>'),
    );
    if (isRefusal(sheet)) throw new Error(sheet.refused);
    expect(sheet.rows.get(1)?.length).toBe(1024);
    expect(sheet.reading.usedRange).toBe('AMJ1:XFD1');
  });

  it('one endless tag or text does not fill the memory', async () => {
    const noise = Array.from({ length: 300_000 }, (_, index) => index.toString(36)).join(' ');
    expect(await refused(withSheet(`<worksheet><sheetData a="${noise}"/></worksheet>`))).toBe('xmlMalformed');
    expect(await refused(rows(`<row><c t="inlineStr"><is><t>${noise}</t></is></c></row>`))).toBe(
      'xmlMalformed',
    );
    const long = noise.slice(0, 200_000);
    expect(await refused(rows(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`))).toBe(
      'cellTextTooLong',
    );
  });
});

describe('cells in places that do not exist', () => {
  it.each([
    ['cellReferenceInvalid', '<row r="1"><c r="1A"><v>1</v></c></row>'],
    ['cellReferenceInvalid', '<row r="1"><c r="A0"><v>1</v></c></row>'],
    ['cellReferenceInvalid', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['cellReferenceInvalid', '<row r="1"><c r="A"><v>1</v></c></row>'],
    ['cellReferenceInvalid', '<row r="1"><c r=""><v>1</v></c></row>'],
    ['cellReferenceInvalid', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
    ['cellReferenceInvalid', '<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>1</v></c></row>'],
    ['cellReferenceInvalid', '<row r="2"/><row r="1"/>'],
    ['cellReferenceInvalid', '<row r="-5"/>'],
    ['cellReferenceInvalid', '<row r="1e3"/>'],
    ['cellBeyondLimits', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['cellBeyondLimits', '<row r="1"><c r="AAAAAAA1"><v>1</v></c></row>'],
    ['cellBeyondLimits', '<row r="1048577"/>'],
    ['sharedTextMissing', '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'],
    ['sharedTextMissing', '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'],
    ['sharedTextMissing', '<row r="1"><c r="A1" t="s"><v>1.5</v></c></row>'],
    ['read', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
  ])('%s: %s', async (code, xml) => {
    expect(await refused(rows(xml))).toBe(code);
  });
});

describe('parts that are not where they should be', () => {
  it('a sheet without its part, a chart, a sheet that is not there', async () => {
    const files = workbookFiles([GOOD_SHEET]);
    expect(await refused(writeZip(files.slice(0, -1)))).toBe('workbookPartMissing');
    const relations = String(files[3]?.content);
    const related = (content: string) => refused(spoilt('xl/_rels/workbook.xml.rels', { content }));
    const chart = relations.replace('relationships/worksheet', 'relationships/chartsheet');
    expect(await related(chart)).toBe('sheetIsChart');
    const outside = relations.replace('worksheets/sheet1.xml', '../../../etc/passwd');
    expect(await related(outside)).toBe('workbookPartMissing');
    const external = relations.replace(
      /Target="worksheets\/sheet1.xml"/,
      'Target="http://example.org/" TargetMode="External"',
    );
    expect(await related(external)).toBe('workbookPartMissing');
    expect(await readAll(writeWorkbook([GOOD_SHEET]), 3)).toMatchObject({
      refused: 'sheetNotThere',
      data: { sheets: 1, number: 4 },
    });
  });
});
