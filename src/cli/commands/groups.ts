import { formatDate } from '../../kernel/dates.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { listScores } from '../../modules/groups/index.ts';
import { publishedDates } from '../../modules/portfolio/index.ts';
import { runQuestion } from '../../platform/command.ts';
import type { Command } from '../command.ts';
import { DATE, dateOf, REFUSALS, withKnownDates } from './portfolio-question.ts';

/** `groups scores`: the scores of all groups at a data date; none when that date was published without them. */
export const groupScores: Command = {
  name: 'groups scores',
  usage: '--date NGÀY',
  summary: 'Điểm và xếp loại của các Tổ TK&VV ở một ngày số liệu.',
  options: [DATE],
  refusals: REFUSALS,
  run: async (context) => {
    const dataDate = dateOf(context);
    const { platform, caller } = await context.open();
    const { communeIds } = caller.scope;
    const scores = await runQuestion(platform, { caller }, async (handler) =>
      (await publishedDates(handler.tx, communeIds)).includes(dataDate)
        ? listScores(handler.tx, { communeIds, dataDate })
        : withKnownDates(refuse('dateNotPublished', { date: formatDate(dataDate) }), handler),
    );
    if (isRefusal(scores)) return scores;
    const lines = scores.map(({ group, total, grade }) => `${group} ${String(total).padStart(3)} ${grade}`);
    const sum = `Ngày ${formatDate(dataDate)}: ${scores.length} tổ có điểm.`;
    return { json: scores, text: [...lines, sum].join('\n') };
  },
};
