import { type LayoutLine, type LayoutRun, RULE_TWIPS } from '../domain/layout.ts';
import { element, escapeXml } from './xml.ts';

const ALIGN = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;
/** Eighths of a point, as word processors count borders. */
export const eighths = (twips: number) => Math.round((twips * 8) / 20);

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

/** A cell must hold a paragraph, even of nothing. */
export function emptyLine(): string {
  const spacing = element('w:spacing', { 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' });
  return element('w:p', {}, element('w:pPr', {}, spacing));
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
