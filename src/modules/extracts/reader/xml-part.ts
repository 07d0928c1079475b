import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { ElementMeter } from './element-meter.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';
import { readAttributes, tagName } from './xml-attributes.ts';
import { type XmlFault, XmlScanner } from './xml-scanner.ts';

/** An element of a small part: its name and its parents' without prefixes, outermost first, and its attributes. */
export type XmlElement = {
  readonly path: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
};

/** A small part of a workbook, held whole; `place` names it in a refusal. */
export type SmallPart = { readonly bytes: Buffer; readonly place: string; readonly limits: ReaderLimits };

/**
 * Goes through the elements of a part that is held whole, in order. Text between tags is passed over: the
 * small parts of a workbook keep everything in attributes.
 */
export function readElements(
  { bytes, place, limits }: SmallPart,
  onElement: (element: XmlElement) => void,
): Refusal<ReaderRefusalCode> | undefined {
  const path: string[] = [];
  const meter = new ElementMeter({ empty: limits.smallPartElements, perFilled: 0 });
  let isRight = true;
  let isCluttered = false;
  const counted = (): boolean => {
    isCluttered = !meter.count(0);
    return !isCluttered;
  };
  const scanner = new XmlScanner(
    {
      open: (tag) => {
        const attributes = readAttributes(tag);
        if (attributes === undefined) isRight = false;
        else onElement({ path: [...path, tagName(tag)], attributes });
        if (!tag.isEmpty) path.push(tagName(tag));
        return isRight && counted();
      },
      close: () => {
        path.pop();
        return true;
      },
      text: () => true,
      aside: counted,
      leap: (_, at) => at,
    },
    bytes.length + 1,
  );
  scanner.push(bytes);
  if (isCluttered) return refuse('partTooCluttered', { place });
  const fault = scanner.finish() ?? (isRight ? undefined : ({ kind: 'malformed' } as const));
  return fault && refuseXml(fault, place, '');
}

/** The refusal of a part whose XML is at fault; `where` is added to the sentence, as ` gần dòng 12`. */
export function refuseXml(fault: XmlFault, place: string, where: string): Refusal<ReaderRefusalCode> {
  if (fault.kind === 'encoding') return refuse('xmlEncoding', { place, encoding: fault.encoding });
  if (fault.kind === 'entities') return refuse('xmlHasEntities', { place });
  return refuse('xmlMalformed', { place, where });
}
