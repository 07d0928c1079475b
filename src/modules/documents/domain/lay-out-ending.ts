import { LEFT_TWIPS } from './lay-out-header.ts';
import { type LayoutBlock, type LayoutLine, textWidthTwips } from './layout.ts';
import { FINE, gap, line, SMALL, sideBySide } from './lines.ts';
import type { Paper, SignatureParty } from './paper.ts';

/** Room for hand and seal above a name. */
const HAND_TWIPS = 1300;
/** Between the names of a row of signatories and what stands below: a seal is not pressed upon it. */
const BELOW_NAMES_TWIPS = 480;

const CENTRED = { align: 'center', afterTwips: 0, isKept: true } as const;

/** Recipients and signatures: one signatory beside the recipients, several side by side above them [DO8] [DO9]. */
export function layOutEnding({ recipients, signatures }: Paper): LayoutBlock[] {
  const [only] = signatures;
  const receiving = recipientLines(recipients);
  if (only === undefined) return [gap(120), ...receiving];
  const width = textWidthTwips(false);
  if (signatures.length === 1)
    return [
      gap(120, { isKept: true }),
      sideBySide([LEFT_TWIPS, width - LEFT_TWIPS], [[receiving, [...capacity(only), ...name(only)]]]),
    ];
  return [
    ...rowsOf(signatures).flatMap((row, i) => [
      gap(i === 0 ? 120 : BELOW_NAMES_TWIPS, { isKept: true }),
      besideEachOther(row, width),
    ]),
    gap(BELOW_NAMES_TWIPS, { isKept: true }),
    ...receiving,
  ];
}

/** Up to three sign side by side; more than three in rows of two, so that no capacity is broken into many lines. */
function rowsOf(signatures: readonly SignatureParty[]): SignatureParty[][] {
  const each = signatures.length > 3 ? 2 : signatures.length;
  return Array.from({ length: Math.ceil(signatures.length / each) }, (_, i) =>
    signatures.slice(i * each, (i + 1) * each),
  );
}

/** Names stand on one line, however many lines are above each. */
function besideEachOther(row: readonly SignatureParty[], width: number): LayoutBlock {
  const each = Math.floor(width / row.length);
  return sideBySide(
    row.map(() => each),
    [row.map(capacity), row.map(name)],
  );
}

function recipientLines(recipients: readonly string[]): LayoutLine[] {
  if (recipients.length === 0) return [];
  const last = recipients.length - 1;
  return [
    line('Nơi nhận:', { ...SMALL, bold: true, italic: true, isKept: true }),
    ...recipients.map((name, i) => line(`- ${name}${i === last ? '.' : ';'}`, { ...FINE, isKept: i < last })),
  ];
}

function capacity({ lines, hint }: SignatureParty): LayoutLine[] {
  return [
    ...lines.map((text) => line(text, { ...CENTRED, bold: true, lineTwips: 320 })),
    ...(hint === undefined ? [] : [line(`(${hint})`, { ...CENTRED, ...SMALL, italic: true })]),
  ];
}

function name({ name: text }: SignatureParty): LayoutLine[] {
  return [gap(HAND_TWIPS, { isKept: true }), line(text, { ...CENTRED, bold: true })];
}
