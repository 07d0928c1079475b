import { balancedLines } from './balanced-lines.ts';
import { type LayoutBlock, type LayoutLine, textWidthTwips } from './layout.ts';
import { BODY, gap, line, MIDDLE, ruleBelow, SMALL, sideBySide } from './lines.ts';
import { PAPER_TYPES } from './official-format.ts';
import type { Paper } from './paper.ts';

/** Name of the country above every paper. */
export const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
/** The motto below it. */
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** The left column of header and signatures; the right one has the rest. */
export const LEFT_TWIPS = 4250;
/** Between a third and a half of the line above. */
const SHORT_RULE = 0.42;

const CENTRED = { align: 'center', isKept: true } as const;

/** Issuer and country side by side, then type, abstract and addressees [DO5]. */
export function layOutHeader(paper: Paper): LayoutBlock[] {
  return [...formName(paper), issuerAndCountry(paper), gap(280), ...title(paper), ...addressees(paper)];
}

function formName({ header: { form } }: Paper): LayoutLine[] {
  return form === null ? [] : [line(form, { ...MIDDLE, bold: true, align: 'right', afterTwips: 60 })];
}

function issuerAndCountry({ header }: Paper): LayoutBlock {
  const rightTwips = textWidthTwips(false) - LEFT_TWIPS;
  const issuer = header.issuer.map((text) => line(text, { ...SMALL, ...CENTRED, bold: true }));
  const left = [
    ...header.superior.map((text) => line(text, { ...SMALL, ...CENTRED })),
    ...issuer,
    ruleBelow(header.issuer.at(-1) ?? '', SHORT_RULE, { ...SMALL, bold: true }),
  ];
  const right = [
    line(COUNTRY, { ...SMALL, ...CENTRED, bold: true }),
    line(MOTTO, { ...MIDDLE, ...CENTRED, bold: true }),
    ruleBelow(MOTTO, 1, { ...MIDDLE, bold: true }),
  ];
  const room = gap(120);
  const number = header.number === null ? [] : [room, line(header.number, { ...MIDDLE, ...CENTRED })];
  const day =
    header.placeAndDate === null
      ? []
      : [room, line(header.placeAndDate, { ...MIDDLE, ...CENTRED, italic: true })];
  const below = number.length + day.length === 0 ? [] : [[number, day]];
  return sideBySide([LEFT_TWIPS, rightTwips], [[left, right], ...below]);
}

function title({ type, abstract }: Paper): LayoutLine[] {
  const name = line(PAPER_TYPES[type].name, { ...CENTRED, bold: true, afterTwips: 0 });
  if (abstract === null) return [{ ...name, afterTwips: 240 }];
  const look = { sizeHalfPoints: BODY.sizeHalfPoints, bold: true };
  const lines = balancedLines(abstract, { ...look, widthTwips: textWidthTwips(false) });
  return [
    name,
    ...lines.map((text) => line(text, { ...CENTRED, bold: true, afterTwips: 0 })),
    ruleBelow(lines.at(-1) ?? '', SHORT_RULE, look),
    gap(240, { isKept: true }),
  ];
}

function addressees({ addressees: names }: Paper): LayoutLine[] {
  if (names.length === 0) return [];
  const last = names.length - 1;
  if (last === 0) return onlyAddressee(`Kính gửi: ${names[0]}`);
  return [
    line('Kính gửi:', { leftTwips: 1700, isKept: true }),
    ...names.map((name, i) =>
      line(`- ${name}${i === last ? '.' : ';'}`, { leftTwips: 2270, afterTwips: i === last ? 240 : 60 }),
    ),
  ];
}

function onlyAddressee(text: string): LayoutLine[] {
  const look = { sizeHalfPoints: BODY.sizeHalfPoints, bold: false, widthTwips: textWidthTwips(false) };
  const lines = balancedLines(text, look);
  return lines.map((each, i) =>
    i === lines.length - 1
      ? line(each, { align: 'center', afterTwips: 240 })
      : line(each, { ...CENTRED, afterTwips: 0 }),
  );
}
