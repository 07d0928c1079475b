import { sessionWords } from '../../../../modules/governance/domain/session-words.ts';
import { formatInteger, formatShort } from '../../../shared/format.ts';
import { ageWords, type BriefingFigures } from './briefing.ts';

/** A slide of one number under the day of its session. */
type DueSlide = {
  readonly title: string;
  readonly number: { readonly value: string; readonly below: string };
};

/** One number at a time: what falls due at a session, then at the next where something does there too [GV257]. */
export function dueSlides(figures: BriefingFigures): DueSlide[] {
  return [figures.due, figures.dueNext].flatMap((due) => (due === null ? [] : [dueSlide(figures, due)]));
}

function dueSlide(figures: BriefingFigures, due: NonNullable<BriefingFigures['due']>): DueSlide {
  const title = `Đến hạn phiên ${sessionWords(due)}`;
  const age = figures.stale === null ? '' : ageWords(figures);
  // Of no loan nothing else is said: neither what it amounts to nor who is reached.
  if (due.loans === 0) return { title, number: { value: 'Không có món nào', below: age } };
  const missing = due.customers - due.reachableCustomers;
  const reached =
    missing === 0 ? 'hộ nào cũng liên lạc được' : `${formatInteger(missing)} hộ chưa liên lạc được`;
  return {
    title,
    number: {
      value: `${formatInteger(due.loans)} món`,
      below: [`${formatShort(due.amountVnd)}, ${reached}`, age].filter(Boolean).join('. '),
    },
  };
}
