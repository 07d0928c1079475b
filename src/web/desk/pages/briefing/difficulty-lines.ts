import { formatDate } from '../../../../kernel/dates.ts';
import type { Briefing } from './briefing.ts';
import type { Line } from './line-slides.ts';

/**
 * The difficulties as the hall's screen shows them: those that are not dropped, as far as the rule of the day shows them [GV91], with the
 * day of the meeting that left them unanswered [GV120].
 */
export function difficultyLines({ difficulties }: Pick<Briefing, 'difficulties'>): Line[] {
  return difficulties.flatMap((difficulty) =>
    difficulty.state === 'dropped' || difficulty.hallText === null
      ? []
      : [{ text: difficulty.hallText, below: belowOf(difficulty) }],
  );
}

function belowOf({
  hallRaisedBy,
  state,
  hallGivenTo,
  dueOn,
  carriedSince,
}: Briefing['difficulties'][number]): string {
  const given =
    hallGivenTo === null ? '' : `, giao ${hallGivenTo}${dueOn === null ? '' : `, hạn ${formatDate(dueOn)}`}`;
  const since = carriedSince === null ? '' : ` từ giao ban ngày ${formatDate(carriedSince)}`;
  const standing = { open: ', chưa trả lời', answered: ', đã trả lời', given, dropped: '' }[state];
  return `${hallRaisedBy} nêu${since}${standing}`;
}
