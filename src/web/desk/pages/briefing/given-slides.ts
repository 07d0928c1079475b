import { formatDate } from '../../../../kernel/dates.ts';
import { countResults } from '../../../../modules/governance/domain/papers/results.ts';
import { formatInteger } from '../../../shared/format.ts';
import { type Line, lineSlides } from './line-slides.ts';
import type { ResultOfDifficulty, ResultsBefore } from './results-before.ts';

/** Of a slide: one number, or sentences. */
type GivenSlide =
  | { readonly number: { readonly value: string; readonly below: string } }
  | { readonly lines: readonly Line[] };

/**
 * How many of the difficulties that the briefing before gave to somebody are done, then who is to do them, those who are late first
 * [GV126]. What they are about stays out of the hall: nearly all are about a household.
 */
export function givenSlides({ heldOn, difficulties }: NonNullable<ResultsBefore>): GivenSlide[] {
  if (difficulties.length === 0) return [];
  const { given, done, late } = countResults(difficulties);
  const below = `khó khăn giao ngày ${formatDate(heldOn)} đã xong${lateWords(late)}`;
  const number = { value: `${formatInteger(done)}/${formatInteger(given)}`, below };
  return [{ number }, ...lineSlides(byOwner(difficulties))];
}

function byOwner(difficulties: readonly ResultOfDifficulty[]): Line[] {
  const owners = [...new Set(difficulties.map(({ hallOwner }) => hallOwner))];
  const counted = owners.map((owner) => ({
    owner,
    ...countResults(difficulties.filter(({ hallOwner }) => hallOwner === owner)),
  }));
  return counted
    .filter(({ given }) => given > 0)
    .toSorted((a, b) => b.late - a.late)
    .map(({ owner, given, done, late }) => ({
      text: owner ?? 'Người khác',
      below: `${formatInteger(given)} khó khăn, xong ${formatInteger(done)}${lateWords(late)}`,
    }));
}

function lateWords(late: number): string {
  return late === 0 ? '' : `, ${formatInteger(late)} việc trễ`;
}
