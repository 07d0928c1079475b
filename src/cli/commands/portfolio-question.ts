import { type BusinessDate, parseBusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import { PORTFOLIO_REFUSALS } from '../../modules/portfolio/index.ts';
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
  codeUnknown: { status: 404, text: 'Không có {what} mang mã “{code}”. Kiểm tra lại mã.' },
  codeWithoutFigures: {
    status: 404,
    text: 'Có {what} mang mã “{code}” nhưng không có món vay nào ngày {date} trong phần đã chọn.',
  },
} as const satisfies RefusalTexts;

/** Asks as the system; a commune given by code becomes its id, or the command is refused. */
export async function question<T>(
  context: CommandContext,
  ask: (handler: HandlerContext, communeId: Id | undefined) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const { platform, caller } = await context.open();
  return runQuestion(platform, { caller }, async (handler) => {
    const code = context.option('commune');
    if (code === undefined) return ask(handler, undefined);
    const areas = await areasByCode(handler.tx, { kind: 'commune', codes: [code], on: dateOf(context) });
    const commune = areas.get(code);
    return commune ? ask(handler, commune.areaId) : refuse('codeUnknown', { what: 'xã', code });
  });
}

/** The office given by code, undefined without one, or the command is refused. */
export async function officeOf(
  context: CommandContext,
  { tx }: HandlerContext,
): Promise<Id | undefined | Refusal> {
  const code = context.option('office');
  if (code === undefined) return undefined;
  return (await officeByCode(tx, code))?.officeId ?? refuse('codeUnknown', { what: 'phòng giao dịch', code });
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
