import type { Layout, LayoutLine } from '../domain/layout.ts';
import { PAGE } from '../domain/layout.ts';
import { line } from '../domain/lines.ts';
import { bodyXml, RELATIONS } from './document-xml.ts';
import { lineXml, runXml } from './line-xml.ts';
import { element, escapeXml } from './xml.ts';

/** Every computer that writes official papers has it; where it is missing, fonts of the same widths stand in. */
const FONT = 'Times New Roman';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = {
  'xmlns:w': WORD,
  'xmlns:r': OFFICE,
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
};

/** Every file of the document's package, by path. The same layout gives the same texts. */
export function packageParts(layout: Layout): [string, string][] {
  const main = (name: string, inside: string) => XML + element(name, NAMESPACES, inside);
  return [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', packageRelations()],
    ['docProps/core.xml', coreProperties(layout)],
    ['word/document.xml', main('w:document', element('w:body', {}, bodyXml(layout)))],
    ['word/_rels/document.xml.rels', documentRelations()],
    ['word/styles.xml', main('w:styles', styles())],
    ['word/settings.xml', main('w:settings', settings())],
    ['word/header1.xml', main('w:hdr', headXml(layout, true))],
    ['word/header2.xml', main('w:hdr', headXml(layout, false))],
    ['word/footer1.xml', main('w:ftr', footXml(layout))],
  ];
}

function contentTypes(): string {
  const part = (path: string, type: string) => element('Override', { PartName: path, ContentType: type });
  const inside = [
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('/word/document.xml', `${TYPE}.document.main+xml`),
    part('/word/styles.xml', `${TYPE}.styles+xml`),
    part('/word/settings.xml', `${TYPE}.settings+xml`),
    part('/word/header1.xml', `${TYPE}.header+xml`),
    part('/word/header2.xml', `${TYPE}.header+xml`),
    part('/word/footer1.xml', `${TYPE}.footer+xml`),
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ];
  return XML + element('Types', { xmlns: `${PACKAGE}/content-types` }, inside.join(''));
}

function relations(targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const inside = targets.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })).join('');
  return XML + element('Relationships', { xmlns: `${PACKAGE}/relationships` }, inside);
}

function packageRelations(): string {
  return relations([
    ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]);
}

function documentRelations(): string {
  return relations([
    [RELATIONS.numbered, `${OFFICE}/header`, 'header1.xml'],
    [RELATIONS.unnumbered, `${OFFICE}/header`, 'header2.xml'],
    [RELATIONS.foot, `${OFFICE}/footer`, 'footer1.xml'],
    ['rId4', `${OFFICE}/styles`, 'styles.xml'],
    ['rId5', `${OFFICE}/settings`, 'settings.xml'],
  ]);
}

/** The paper's own day at noon UTC is that day in Vietnam too. */
function coreProperties({ title, issuer, on }: Layout): string {
  const moment = `${on}T12:00:00Z`;
  const date = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, moment);
  const inside = [
    element('dc:title', {}, escapeXml(title)),
    element('dc:creator', {}, escapeXml(issuer)),
    element('dc:language', {}, 'vi-VN'),
    date('dcterms:created'),
    date('dcterms:modified'),
  ];
  const namespaces = {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  return XML + element('cp:coreProperties', namespaces, inside.join(''));
}

function styles(): string {
  const font = element('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT });
  const size = element('w:sz', { 'w:val': 28 }) + element('w:szCs', { 'w:val': 28 });
  const language = element('w:lang', { 'w:val': 'vi-VN', 'w:eastAsia': 'vi-VN', 'w:bidi': 'ar-SA' });
  const colour = element('w:color', { 'w:val': '000000' });
  const defaults = element('w:rPrDefault', {}, element('w:rPr', {}, font + colour + size + language));
  const normal = element('w:name', { 'w:val': 'Normal' }) + element('w:qFormat', {});
  return (
    element('w:docDefaults', {}, defaults + element('w:pPrDefault', {})) +
    element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, normal)
  );
}

function settings(): string {
  const mode = element('w:compatSetting', {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  });
  return (
    element('w:autoHyphenation', { 'w:val': 0 }) +
    element('w:compat', {}, mode) +
    element('w:themeFontLang', { 'w:val': 'vi-VN' })
  );
}

/** The head of a page: its number, unless hidden, and the mark of samples behind the text. */
function headXml({ mark }: Layout, isNumbered: boolean): string {
  const look = { bold: false, italic: false, text: '' };
  const field = (type: string) => element('w:fldChar', { 'w:fldCharType': type });
  const piece = (inside: string) => runXml(look, PAGE.numberHalfPoints, inside);
  const number = isNumbered
    ? piece(field('begin')) +
      piece(element('w:instrText', { 'xml:space': 'preserve' }, ' PAGE ')) +
      piece(field('separate')) +
      piece(element('w:t', {}, '2')) +
      piece(field('end'))
    : '';
  return withInside(
    marginLine('', PAGE.numberHalfPoints),
    number + (mark === null ? '' : markXml(mark, isNumbered ? 'sampleMark1' : 'sampleMark2')),
  );
}

function footXml({ footNote }: Layout): string {
  return lineXml(marginLine(footNote ?? '', PAGE.noteHalfPoints), 0);
}

function marginLine(text: string, sizeHalfPoints: number): LayoutLine {
  return line(text, { align: 'center', sizeHalfPoints, lineTwips: sizeHalfPoints * 12, afterTwips: 0 });
}

function withInside(empty: LayoutLine, inside: string): string {
  return lineXml(empty, 0).replace('</w:p>', `${inside}</w:p>`);
}

/** How text is bent along a shape, as every writer of such marks states it; word processors read it literally. */
const TEXT_SHAPE = [
  'sum #0 0 10800',
  'prod #0 2 1',
  'sum 21600 0 @1',
  'sum 0 0 @2',
  'sum 21600 0 @3',
  'if @0 @3 0',
  'if @0 21600 @1',
  'if @0 0 @2',
  'if @0 @4 21600',
  'mid @5 @6',
  'mid @8 @5',
  'mid @7 @8',
  'mid @6 @7',
  'sum @6 0 @5',
];

/** The letters are bent to fill this box: two marks side by side get a longer and lower one. */
const markStyle = (mark: string) =>
  [
    `position:absolute;margin-left:0;margin-top:0;${mark.length > 12 ? 'width:560pt;height:48pt' : 'width:440pt;height:74pt'};rotation:315;z-index:-251658752`,
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin',
  ].join(';');

/** Large grey letters across the page, behind its text. */
function markXml(mark: string, id: string): string {
  const formulas = TEXT_SHAPE.map((eqn) => element('v:f', { eqn })).join('');
  const type = element(
    'v:shapetype',
    {
      id: '_x0000_t136',
      coordsize: '21600,21600',
      'o:spt': 136,
      adj: 10800,
      path: 'm@7,l@8,m@5,21600l@6,21600e',
    },
    element('v:formulas', {}, formulas) +
      element('v:path', { textpathok: 't' }) +
      element('v:textpath', { on: 't', fitshape: 't' }),
  );
  const shape = element(
    'v:shape',
    { id, type: '#_x0000_t136', style: markStyle(mark), fillcolor: '#e6e6e6', stroked: 'f', alt: mark },
    element('v:textpath', { style: `font-family:"${FONT}";font-size:1pt;font-weight:bold`, string: mark }),
  );
  return element('w:r', {}, element('w:pict', {}, type + shape));
}
