import { type BusinessDate, formatDate, parseBusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import { listPlaces } from '../../modules/identity/index.ts';
import { PORTFOLIO_REFUSALS, publishedDates } from '../../modules/portfolio/index.ts';
import { areasByCode, officeByCode } from '../../modules/registry/index.ts';
import { type HandlerContext, runQuestion } from '../../platform/command.ts';
import { type CommandContext, type CommandOption, UsageProblem } from '../command.ts';

/** The data date. */
export const DATE: CommandOption = {
  name: 'date',
  value: 'NGÀY',
  summary: 'ngày số liệu, 2026-10-31',
  isRequired: true,
};
/** A commune by the bank's code. */
export const COMMUNE: CommandOption = {
  name: 'commune',
  value: 'MÃ',
  summary: 'mã xã của ngân hàng, 540101',
};
/** An office by the bank's code. */
export const OFFICE: CommandOption = {
  name: 'office',
  value: 'MÃ',
  summary: 'mã phòng giao dịch, khi có nhiều phòng',
};

/** What a command of the portfolio may refuse. */
export const REFUSALS = {
  ...PORTFOLIO_REFUSALS,
  dateNotPublished: { status: 404, text: 'Chưa có số liệu ngày {date}. {known}' },
  nothingToUndo: { status: 404, text: 'Ngày {date} không có lần ghi nào để hoàn tác. {known}' },
  officeUnclear: {
    status: 400,
    text: 'Có nhiều phòng giao dịch. Thêm --office và mã của một phòng: {offices}.',
  },
  codeUnknown: { status: 404, text: 'Không có {what} mang mã “{code}”. Kiểm tra lại mã.' },
  codeWithoutFigures: {
    status: 404,
    text: 'Có {what} mang mã “{code}” nhưng không có món vay nào ngày {date} trong phần đã chọn.',
  },
} as const satisfies RefusalTexts;

/** What is said of the dates there are, to whoever named another one. */
export async function knownDates({ tx, caller }: HandlerContext): Promise<string> {
  const dates = await publishedDates(tx, caller.scope.communeIds);
  const [newest] = dates;
  const oldest = dates.at(-1);
  if (newest === undefined || oldest === undefined) return 'Chưa nhập số liệu ngày nào.';
  if (newest === oldest) return `Chỉ có ngày ${formatDate(newest)}.`;
  return `Đang có ${dates.length} ngày, từ ${formatDate(oldest)} đến ${formatDate(newest)}.`;
}

const ABOUT_DATES = new Set(['dateNotPublished', 'nothingToUndo']);

/** A refusal of the portfolio with what the command line knows besides: the dates there are. */
export async function withKnownDates<T>(answer: T | Refusal, handler: HandlerContext): Promise<T | Refusal> {
  if (!isRefusal(answer) || !ABOUT_DATES.has(answer.refused)) return answer;
  return refuse(answer.refused, { ...answer.data, known: await knownDates(handler) });
}

/** Asks as the system; a commune given by code becomes its id, or the command is refused. */
export async function question<T>(
  context: CommandContext,
  ask: (handler: HandlerContext, communeId: Id | undefined) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const { platform, caller } = await context.open();
  return runQuestion(platform, { caller }, async (handler) => {
    const code = context.option('commune');
    if (code === undefined) return withKnownDates(await ask(handler, undefined), handler);
    const areas = await areasByCode(handler.tx, { kind: 'commune', codes: [code], on: dateOf(context) });
    const commune = areas.get(code);
    if (commune) return withKnownDates(await ask(handler, commune.areaId), handler);
    return refuse('codeUnknown', { what: 'xã', code });
  });
}

/** The office given by code, or the only one there is; else the command is refused. */
export async function officeOf(context: CommandContext, handler: HandlerContext): Promise<Id | Refusal> {
  const code = context.option('office');
  if (code !== undefined)
    return (
      (await officeByCode(handler.tx, code))?.officeId ??
      refuse('codeUnknown', { what: 'phòng giao dịch', code })
    );
  const [only, ...others] = handler.caller.scope.officeIds;
  if (only === undefined) return refuse('dateNotPublished', { date: formatDate(dateOf(context)) });
  if (others.length === 0) return only;
  const { offices } = await listPlaces({}, handler);
  return refuse('officeUnclear', { offices: offices.map((office) => office.code).join(', ') });
}

/**
 * The data date asked for.
 *
 * @throws UsageProblem when it is no day
 */
export function dateOf(context: CommandContext): BusinessDate {
  const text = context.option('date') ?? '';
  const date = parseBusinessDate(text);
  if (!date) throw new UsageProblem(`“${text}” không phải một ngày. Viết năm-tháng-ngày, ví dụ 2026-10-31.`);
  return date;
}
