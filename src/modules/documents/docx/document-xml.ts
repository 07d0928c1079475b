import { type Layout, type LayoutSection, PAGE } from '../domain/layout.ts';
import { blocksXml } from './blocks-xml.ts';
import { element } from './xml.ts';

/** The relationships of header and footer parts; see {@link packageParts}. */
export const RELATIONS = { numbered: 'rId1', unnumbered: 'rId2', foot: 'rId3' } as const;

/** What stands between `<w:body>` and its end. */
export function bodyXml(layout: Layout): string {
  const last = layout.sections.length - 1;
  return layout.sections
    .map((section, i) => {
      const blocks = blocksXml(section.blocks, textWidthOf(section));
      const properties = sectionXml(section);
      // All but the last section end in a paragraph that carries their properties: the lowest there is.
      return i === last ? blocks + properties : blocks + endOfSection(properties);
    })
    .join('');
}

function textWidthOf({ isLandscape }: LayoutSection): number {
  return (isLandscape ? PAGE.heightTwips : PAGE.widthTwips) - PAGE.leftTwips - PAGE.rightTwips;
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
