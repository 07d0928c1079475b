import { textWidth } from './text-width.ts';

/** Widths are known to a few percent: lines are filled to this much of theirs. */
const FILLED = 0.95;
const STEP = 1.02;

/**
 * A centred text in lines of about one length, so that none of them holds a single word; a text that finds room on one line stays
 * there [DO23].
 */
export function balancedLines(
  text: string,
  look: { readonly sizeHalfPoints: number; readonly bold: boolean; readonly widthTwips: number },
): string[] {
  const most = look.widthTwips * FILLED;
  const widthOf = (words: string) => textWidth(words, { size: look.sizeHalfPoints * 10, bold: look.bold });
  const count = filledLines(text, most, widthOf).length;
  // A word wider than a line makes more lines than widths can say: the narrowest that needs no more lines is looked for from below.
  let target = Math.min(most, widthOf(text) / count);
  while (target < most && filledLines(text, target, widthOf).length > count) target *= STEP;
  return filledLines(text, Math.min(target, most), widthOf);
}

function filledLines(text: string, mostTwips: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= mostTwips) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
