import {
  CELL,
  type Layout,
  type LayoutBlock,
  type LayoutCell,
  type LayoutLine,
  type LayoutRun,
  type LayoutSection,
  type LayoutTable,
  PAGE,
  RULE_TWIPS,
} from '../domain/layout.ts';
import { element, escapeXml } from './xml.ts';

/** The relationships of header and footer parts; see {@link packageParts}. */
export const RELATIONS = { numbered: 'rId1', unnumbered: 'rId2', foot: 'rId3' } as const;

const ALIGN = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;
/** Eighths of a point, as word processors count borders. */
const eighths = (twips: number) => Math.round((twips * 8) / 20);

/** What stands between `<w:body>` and its end. */
export function bodyXml(layout: Layout): string {
  const last = layout.sections.length - 1;
  return layout.sections
    .map((section, i) => {
      const blocks = section.blocks.map((block) => blockXml(block, textWidthOf(section))).join('');
      const properties = sectionXml(section);
      // All but the last section end in a paragraph that carries their properties: the lowest there is.
      return i === last ? blocks + properties : blocks + endOfSection(properties);
    })
    .join('');
}

/** A paragraph. */
export function lineXml(line: LayoutLine, widthTwips: number): string {
  const runs = line.runs.map((run) => runXml(run, line.sizeHalfPoints)).join('');
  return element('w:p', {}, lineProperties(line, widthTwips) + runs);
}

/** A run of text in one look; `inside` stands in for its text, as the field of a page number does. */
export function runXml(run: LayoutRun, sizeHalfPoints: number, inside = textXml(run.text)): string {
  const properties = [
    run.bold ? element('w:b', {}) : '',
    run.italic ? element('w:i', {}) : '',
    element('w:sz', { 'w:val': sizeHalfPoints }),
    element('w:szCs', { 'w:val': sizeHalfPoints }),
  ].join('');
  return element('w:r', {}, element('w:rPr', {}, properties) + inside);
}

function textXml(text: string): string {
  return element('w:t', { 'xml:space': 'preserve' }, escapeXml(text));
}

function textWidthOf({ isLandscape }: LayoutSection): number {
  return (isLandscape ? PAGE.heightTwips : PAGE.widthTwips) - PAGE.leftTwips - PAGE.rightTwips;
}

function blockXml(block: LayoutBlock, widthTwips: number): string {
  return block.set === 'line' ? lineXml(block, widthTwips) : tableXml(block);
}

function lineProperties(line: LayoutLine, widthTwips: number): string {
  const side = line.ruleTwips > 0 ? Math.max(0, Math.round((widthTwips - line.ruleTwips) / 2)) : 0;
  const rule = element('w:bottom', {
    'w:val': 'single',
    'w:sz': eighths(RULE_TWIPS),
    'w:space': 0,
    'w:color': '000000',
  });
  const properties = [
    line.isKept ? element('w:keepNext', {}) + element('w:keepLines', {}) : '',
    line.ruleTwips > 0 ? element('w:pBdr', {}, rule) : '',
    element('w:spacing', {
      'w:before': 0,
      'w:after': line.afterTwips,
      'w:line': line.lineTwips,
      'w:lineRule': 'exact',
    }),
    element('w:ind', {
      'w:left': line.leftTwips + side,
      'w:right': side,
      'w:firstLine': line.firstLineTwips,
    }),
    element('w:jc', { 'w:val': ALIGN[line.align] }),
    element('w:rPr', {}, element('w:sz', { 'w:val': line.sizeHalfPoints })),
  ];
  return element('w:pPr', {}, properties.join(''));
}

function tableXml(table: LayoutTable): string {
  const width = table.widthsTwips.reduce((sum, each) => sum + each, 0);
  const border = (side: string) =>
    element(`w:${side}`, {
      'w:val': table.isRuled ? 'single' : 'nil',
      ...(table.isRuled ? { 'w:sz': eighths(CELL.ruleTwips), 'w:space': 0, 'w:color': '000000' } : {}),
    });
  const room = (side: string, twips: number) =>
    element(`w:${side}`, { 'w:w': table.isRuled ? twips : 0, 'w:type': 'dxa' });
  const properties = [
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    element(
      'w:tblBorders',
      {},
      ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join(''),
    ),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element(
      'w:tblCellMar',
      {},
      room('top', CELL.aboveTwips) +
        room('left', CELL.sideTwips) +
        room('bottom', CELL.aboveTwips) +
        room('right', CELL.sideTwips),
    ),
  ];
  const grid = table.widthsTwips.map((each) => element('w:gridCol', { 'w:w': each })).join('');
  const rows = rowsWithCovered(table).map((cells, i) => rowXml(table, cells, i < table.headRows));
  return element(
    'w:tbl',
    {},
    element('w:tblPr', {}, properties.join('')) + element('w:tblGrid', {}, grid) + rows.join(''),
  );
}

type Drawn = { readonly cell: LayoutCell; readonly merge: 'restart' | 'continue' | undefined };

/** Cells that a cell above covers must be written too, as continuing it. */
function rowsWithCovered(table: LayoutTable): Drawn[][] {
  return table.rows.map((cells, rowIndex) => {
    const covered = table.rows
      .slice(0, rowIndex)
      .flatMap((above, aboveIndex) =>
        above
          .filter((cell) => aboveIndex + cell.rows > rowIndex)
          .map((cell): Drawn => ({ cell, merge: 'continue' })),
      );
    const own = cells.map((cell): Drawn => ({ cell, merge: cell.rows > 1 ? 'restart' : undefined }));
    return [...covered, ...own].toSorted((a, b) => a.cell.column - b.cell.column);
  });
}

function rowXml(table: LayoutTable, cells: readonly Drawn[], isHead: boolean): string {
  const properties = element('w:cantSplit', {}) + (isHead ? element('w:tblHeader', {}) : '');
  const inside = cells.map((drawn) => cellXml(table, drawn)).join('');
  return element('w:tr', {}, element('w:trPr', {}, properties) + inside);
}

function cellXml(table: LayoutTable, { cell, merge }: Drawn): string {
  const width = table.widthsTwips
    .slice(cell.column, cell.column + cell.columns)
    .reduce((sum, each) => sum + each, 0);
  const properties = [
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    cell.columns > 1 ? element('w:gridSpan', { 'w:val': cell.columns }) : '',
    merge === undefined ? '' : element('w:vMerge', { 'w:val': merge }),
    cell.isMiddle ? element('w:vAlign', { 'w:val': 'center' }) : '',
  ];
  const lines = merge === 'continue' ? [] : cell.lines;
  const inside = lines.map((line) => lineXml(line, width)).join('') || emptyLine();
  return element('w:tc', {}, element('w:tcPr', {}, properties.join('')) + inside);
}

/** A cell must hold a paragraph, even of nothing. */
function emptyLine(): string {
  const spacing = element('w:spacing', { 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' });
  return element('w:p', {}, element('w:pPr', {}, spacing));
}

function endOfSection(properties: string): string {
  const spacing = element('w:spacing', { 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' });
  return element('w:p', {}, element('w:pPr', {}, spacing + properties));
}

function sectionXml({ isLandscape, isCountedAnew }: LayoutSection): string {
  const [width, height] = isLandscape
    ? [PAGE.heightTwips, PAGE.widthTwips]
    : [PAGE.widthTwips, PAGE.heightTwips];
  const part = (name: string, type: string, id: string) => element(name, { 'w:type': type, 'r:id': id });
  const properties = [
    part('w:headerReference', 'default', RELATIONS.numbered),
    part('w:headerReference', 'first', RELATIONS.unnumbered),
    part('w:footerReference', 'default', RELATIONS.foot),
    part('w:footerReference', 'first', RELATIONS.foot),
    element('w:type', { 'w:val': 'nextPage' }),
    element('w:pgSz', {
      'w:w': width,
      'w:h': height,
      'w:orient': isLandscape ? 'landscape' : 'portrait',
    }),
    element('w:pgMar', {
      'w:top': PAGE.topTwips,
      'w:right': PAGE.rightTwips,
      'w:bottom': PAGE.bottomTwips,
      'w:left': PAGE.leftTwips,
      'w:header': PAGE.headTwips,
      'w:footer': PAGE.headTwips,
      'w:gutter': 0,
    }),
    isCountedAnew ? element('w:pgNumType', { 'w:start': 1 }) : '',
    isCountedAnew ? element('w:titlePg', {}) : '',
  ];
  return element('w:sectPr', {}, properties.join(''));
}
