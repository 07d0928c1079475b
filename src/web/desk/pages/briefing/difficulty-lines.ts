import { formatDate } from '../../../../kernel/dates.ts';
import { withoutNames } from '../../../../modules/governance/domain/hall-words.ts';
import type { Briefing } from './briefing.ts';
import type { Line } from './line-slides.ts';

/**
 * The difficulties as the hall's screen shows them: those that are not dropped, those of households as far as the rule of the day shows
 * them [GV91], with the day on which a meeting left them unanswered [GV120].
 */
export function difficultyLines({
  difficulties,
  hallHouseholdLevel: level,
}: Pick<Briefing, 'difficulties' | 'hallHouseholdLevel'>): Line[] {
  const standing = difficulties.filter(({ state }) => state !== 'dropped');
  const shown = standing.filter(({ about }) => level > 0 || about !== 'household');
  return shown.map((difficulty) => difficultyLine(difficulty, level));
}

function difficultyLine(difficulty: Briefing['difficulties'][number], level: number): Line {
  const { about, text, personName, raisedByName, state, givenName, dueOn, carriedSince } = difficulty;
  const given =
    givenName === null ? '' : `, giao ${givenName}${dueOn === null ? '' : `, hạn ${formatDate(dueOn)}`}`;
  const since = carriedSince === null ? '' : ` từ giao ban ngày ${formatDate(carriedSince)}`;
  const standing = { open: ', chưa trả lời', answered: ', đã trả lời', given, dropped: '' }[state];
  return {
    text:
      about !== 'household'
        ? text
        : level < 2
          ? 'Khó khăn của một hộ vay'
          : withoutNames(text, personName === null ? [] : [personName]),
    below: `${raisedByName} nêu${since}${standing}`,
  };
}
