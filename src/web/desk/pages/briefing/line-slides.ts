const LINES_A_SLIDE = 3;
/** Rows of letters between title and foot, and letters in a row, on screens of 16:9 and 16:10; a line takes half a row round it. */
const LETTER_ROWS_A_SLIDE = 10;
const LETTERS_A_ROW = 48;

/** A sentence of a slide, with what is said of it in small letters. */
export type Line = { readonly text: string; readonly below: string };

/** Sentences as many to a slide as can be read on it without scrolling. */
export function lineSlides(lines: readonly Line[]): { readonly lines: readonly Line[] }[] {
  const slides: Line[][] = [];
  for (const line of lines) {
    const last = slides.at(-1);
    if (last !== undefined && fits([...last, line])) last.push(line);
    else slides.push([line]);
  }
  return slides.map((some) => ({ lines: some }));
}

function fits(lines: readonly Line[]): boolean {
  const rowsOf = (text: string) => Math.ceil(text.length / LETTERS_A_ROW);
  const rows = lines.reduce((sum, { text, below }) => sum + rowsOf(text) + rowsOf(below) + 0.5, 0);
  return lines.length <= LINES_A_SLIDE && rows <= LETTER_ROWS_A_SLIDE;
}

/** Rows in pieces, each for one slide. */
export function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
