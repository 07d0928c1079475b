import type { BriefingFigures } from './briefing.ts';

/** The sentence that was prepared; empty for a point that people added. */
export function sentenceOf({ pieces }: BriefingFigures['points'][number]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The sentence that is shown: a person's own, or the prepared one. */
export function shownSentenceOf(point: BriefingFigures['points'][number]): string {
  return point.ownText ?? sentenceOf(point);
}
