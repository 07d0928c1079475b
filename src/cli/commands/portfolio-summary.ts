import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { formatInteger } from '../../kernel/money.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { isKnownKey, showSummary, summaryLine } from '../../modules/portfolio/index.ts';
import { areasByCode } from '../../modules/registry/index.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type Command, type CommandContext, UsageProblem } from '../command.ts';
import { COMMUNE, DATE, dateOf, question, REFUSALS } from './portfolio-question.ts';

/** The dimensions of `portfolio summary`, which are options that pick a key of each, as people call them. */
const DIMENSIONS = {
  village: 'thôn',
  group: 'tổ',
  association: 'hội đoàn thể',
  programme: 'chương trình',
} as const;
type DimensionOption = keyof typeof DIMENSIONS;

/** `portfolio summary`: the totals of an office; of one commune, and in it of one village, group, association or programme. */
export const portfolioSummary: Command = {
  name: 'portfolio summary',
  usage: '--date NGÀY [--commune MÃ] [--village MÃ | --group MÃ | --association MÃ | --programme MÃ]',
  summary: 'Số tổng hợp của một ngày số liệu; chọn cả xã và một mã khác thì tính trong xã đó.',
  options: [
    DATE,
    COMMUNE,
    ...Object.entries(DIMENSIONS).map(([name, what]) => ({ name, value: 'MÃ', summary: `chỉ một ${what}` })),
  ],
  refusals: REFUSALS,
  run: async (context) => {
    const key = keyAsked(context);
    const dataDate = dateOf(context);
    const row = await question(context, async (handler, communeId) => {
      const asked = { dataDate, communeId, dimension: key?.dimension, key: key?.code };
      const outcome = await showSummary(asked, handler);
      if (isRefusal(outcome)) return outcome;
      return outcome.rows[0] ?? (key ? whyNoRow(key, dataDate, handler) : refuse('notFound'));
    });
    if (isRefusal(row)) return row;
    const line = summaryLine(row.now);
    const text = Object.entries(line).map(
      ([name, value]) => `${name.padEnd(16)} ${formatInteger(value).padStart(20)}`,
    );
    return { json: line, text: text.join('\n') };
  },
};

type Key = { readonly dimension: DimensionOption; readonly code: string };

/** @throws UsageProblem when more than one dimension is chosen */
function keyAsked(context: CommandContext): Key | undefined {
  const keys = (Object.keys(DIMENSIONS) as DimensionOption[]).flatMap((dimension): Key[] => {
    const code = context.option(dimension);
    return code === undefined ? [] : [{ dimension, code }];
  });
  if (keys.length > 1) throw new UsageProblem('Chỉ chọn một trong thôn, tổ, hội đoàn thể, chương trình.');
  return keys[0];
}

/** A code that is wrong, or one that is right and has nothing to show. */
async function whyNoRow(
  { dimension, code }: Key,
  dataDate: BusinessDate,
  handler: HandlerContext,
): Promise<Refusal> {
  const what = DIMENSIONS[dimension];
  const isVillage =
    dimension === 'village' &&
    (await areasByCode(handler.tx, { kind: 'village', codes: [code], on: dataDate })).has(code);
  return isVillage || (await isKnownKey({ dimension, key: code }, handler))
    ? refuse('codeWithoutFigures', { what, code, date: formatDate(dataDate) })
    : refuse('codeUnknown', { what, code });
}
