import type { Paper } from './paper.ts';
import { lettersWithoutGlyph, printable } from './printable.ts';

/** The paper with printable text everywhere, and every character that had to give way [DO13]. */
export function printablePaper(paper: Paper): {
  readonly paper: Paper;
  readonly unprintable: readonly string[];
} {
  const unprintable = new Set<string>();
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const { text, unprintable: found } = printable(value);
      for (const character of found) unprintable.add(character);
      return text;
    }
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clean(entry)]));
  };
  // Only texts differ: names of blocks and looks are printable as they are.
  return { paper: clean(paper) as Paper, unprintable: [...unprintable] };
}

/** The letters of papers that are printed as □, each once [DO20]. */
export function lettersReplacedIn(papers: readonly Paper[]): string[] {
  return lettersWithoutGlyph(papers.flatMap((paper) => printablePaper(paper).unprintable).join(''));
}
