import { type BusinessDate, formatDate, parseBusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { formatInteger } from '../../kernel/money.ts';
import { isRefusal, type Refusal, type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import {
  allContracts,
  checkInterest,
  isKnownKey,
  LIST_NAMES,
  type ListName,
  PORTFOLIO_REFUSALS,
  reconcile,
  showSummary,
  summaryLine,
  undoImport,
} from '../../modules/portfolio/index.ts';
import { areasByCode, officeByCode } from '../../modules/registry/index.ts';
import { type HandlerContext, runCommand, runQuestion } from '../../platform/command.ts';
import { type Command, type CommandContext, type CommandOption, UsageProblem } from '../command.ts';

const DATE: CommandOption = {
  name: 'date',
  value: 'NGÀY',
  summary: 'ngày số liệu, 2026-10-31',
  isRequired: true,
};
const COMMUNE: CommandOption = { name: 'commune', value: 'MÃ', summary: 'mã xã của ngân hàng, 540101' };
const OFFICE: CommandOption = {
  name: 'office',
  value: 'MÃ',
  summary: 'mã phòng giao dịch, khi có nhiều phòng',
};

/** The dimensions of `portfolio summary`, which are options that pick a key of each, as people call them. */
const DIMENSIONS = {
  village: 'thôn',
  group: 'tổ',
  association: 'hội đoàn thể',
  programme: 'chương trình',
} as const;
type DimensionOption = keyof typeof DIMENSIONS;

const REFUSALS = {
  ...PORTFOLIO_REFUSALS,
  codeUnknown: { status: 404, text: 'Không có {what} mang mã “{code}”. Kiểm tra lại mã.' },
  codeWithoutFigures: {
    status: 404,
    text: 'Có {what} mang mã “{code}” nhưng không có món vay nào ngày {date} trong phần đã chọn.',
  },
} as const satisfies RefusalTexts;

/** `portfolio summary`: the totals of an office; of one commune, and in it of one village, group, association or programme. */
const portfolioSummary: Command = {
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

/** `portfolio list NAME`: the contracts on a list. */
const portfolioList: Command = {
  name: 'portfolio list',
  usage: 'TÊN --date NGÀY [--commune MÃ]',
  summary: `Các khế ước trong một danh sách: ${LIST_NAMES.join(', ')}.`,
  options: [DATE, COMMUNE],
  words: { atLeast: 1, atMost: 1 },
  refusals: REFUSALS,
  run: async (context) => {
    const list = LIST_NAMES.find((name) => name === context.words[0]);
    if (!list)
      throw new UsageProblem(`Không có danh sách “${context.words[0]}”. Có: ${LIST_NAMES.join(', ')}.`);
    const contracts = await question(context, (handler, communeId) =>
      contractsOf(handler, { context, list, communeId }),
    );
    if (isRefusal(contracts)) return contracts;
    return { json: { contracts }, text: [...contracts, `${contracts.length} món`].join('\n') };
  },
};

function contractsOf(
  handler: HandlerContext,
  asked: { context: CommandContext; list: ListName; communeId: Id | undefined },
) {
  const { context, list, communeId } = asked;
  return allContracts({ list, dataDate: dateOf(context), communeId }, handler);
}

/** `portfolio reconcile`: head office's totals against ours. */
const portfolioReconcile: Command = {
  name: 'portfolio reconcile',
  usage: '--date NGÀY [--office MÃ]',
  summary: 'Đối chiếu số của Hội sở với số cộng từ hồ sơ, từng ô.',
  options: [DATE, OFFICE],
  refusals: REFUSALS,
  run: async (context) => {
    const outcome = await question(context, async (handler) => {
      const officeId = await officeOf(context, handler);
      return isRefusal(officeId) ? officeId : reconcile({ dataDate: dateOf(context), officeId }, handler);
    });
    if (isRefusal(outcome)) return outcome;
    const differences = outcome.differences.map(({ file, key, measure, ours, theirs, difference }) => {
      return {
        file,
        key,
        measure,
        ours: Number(ours),
        theirs: Number(theirs),
        difference: Number(difference),
      };
    });
    const lines = differences.map(
      (cell) =>
        `${cell.file} ${cell.key} ${cell.measure}: ta ${formatInteger(cell.ours)}, Hội sở ${formatInteger(cell.theirs)}, chênh ${formatInteger(cell.difference)}`,
    );
    return {
      json: { differences, equal: outcome.equal },
      text: [...lines, `${outcome.equal} ô khớp`].join('\n'),
    };
  },
};

/** `portfolio interest-check`: the bank's accrual re-computed loan by loan. */
const portfolioInterestCheck: Command = {
  name: 'portfolio interest-check',
  usage: '--date NGÀY [--commune MÃ]',
  summary: 'Tính lại lãi dự thu trong tháng của từng món vay và so với tệp.',
  options: [DATE, COMMUNE],
  refusals: REFUSALS,
  run: async (context) => {
    const outcome = await question(context, (handler, communeId) =>
      checkInterest({ dataDate: dateOf(context), communeId }, handler),
    );
    if (isRefusal(outcome)) return outcome;
    const different = outcome.different.map(({ contractNo, fileVnd, oursVnd, segments }) => ({
      contract: contractNo,
      file: Number(fileVnd),
      ours: Number(oursVnd),
      segments: segments.map(({ from, to, inTermVnd, overdueVnd }) => {
        return { from, to, in_term: Number(inTermVnd), overdue: Number(overdueVnd) };
      }),
    }));
    const notCheckable = outcome.notCheckable.map(({ contractNo, reason, text }) => ({
      contract: contractNo,
      reason,
      text,
    }));
    const { checked, equal } = outcome;
    const lines = [
      ...different.map(
        (loan) => `${loan.contract}: tệp ${formatInteger(loan.file)}, tính lại ${formatInteger(loan.ours)}`,
      ),
      ...notCheckable.map((loan) => `${loan.contract}: ${loan.text}`),
      `${checked} món đã tính lại, ${equal} món khớp, ${notCheckable.length} món không tính lại được`,
    ];
    return { json: { checked, equal, different, notCheckable }, text: lines.join('\n') };
  },
};

/** `import undo`: takes back the newest publication of a date. */
const importUndo: Command = {
  name: 'import undo',
  usage: '--date NGÀY [--office MÃ]',
  summary: 'Hoàn tác lần ghi gần nhất của một ngày số liệu.',
  options: [DATE, OFFICE],
  refusals: REFUSALS,
  run: async (context) => {
    const { platform, caller } = await context.open();
    const dataDate = dateOf(context);
    const outcome = await runCommand(platform, { name: 'portfolio.undoImport', caller }, async (handler) => {
      const officeId = await officeOf(context, handler);
      return isRefusal(officeId) ? officeId : undoImport({ dataDate, officeId }, handler);
    });
    if (isRefusal(outcome)) return outcome;
    const { undoneVersionNumber, versionNumber } = outcome;
    const now = versionNumber === null ? 'không còn số liệu ngày này' : `đang hiện lần ghi ${versionNumber}`;
    return {
      json: { date: dataDate, undone_version: undoneVersionNumber, version: versionNumber },
      text: `Đã hoàn tác lần ghi ${undoneVersionNumber} của ngày ${formatDate(dataDate)}; ${now}.`,
    };
  },
};

/** The commands of the portfolio, in the order of the help. */
export const PORTFOLIO_COMMANDS: readonly Command[] = [
  importUndo,
  portfolioSummary,
  portfolioList,
  portfolioReconcile,
  portfolioInterestCheck,
];

/** Asks as the system; a commune given by code becomes its id, or the command is refused. */
async function question<T>(
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

async function officeOf(context: CommandContext, { tx }: HandlerContext): Promise<Id | undefined | Refusal> {
  const code = context.option('office');
  if (code === undefined) return undefined;
  return (await officeByCode(tx, code))?.officeId ?? refuse('codeUnknown', { what: 'phòng giao dịch', code });
}

/** @throws UsageProblem when it is no day */
function dateOf(context: CommandContext): BusinessDate {
  const text = context.option('date') ?? '';
  const date = parseBusinessDate(text);
  if (!date) throw new UsageProblem(`“${text}” không phải một ngày. Viết năm-tháng-ngày, ví dụ 2026-10-31.`);
  return date;
}
