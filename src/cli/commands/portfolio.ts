import { formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { exactNumber, formatInteger } from '../../kernel/money.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import {
  allContracts,
  checkEveryLoan,
  differenceText,
  LIST_NAMES,
  type ListName,
  MEASURE_WORDS,
  NOT_CHECKABLE,
  reconcile,
  undoImport,
} from '../../modules/portfolio/index.ts';
import { type HandlerContext, runCommand } from '../../platform/command.ts';
import { type Command, type CommandContext, UsageProblem } from '../command.ts';
import {
  COMMUNE,
  DATE,
  dateOf,
  OFFICE,
  officeOf,
  question,
  REFUSALS,
  withKnownDates,
} from './portfolio-question.ts';
import { portfolioSummary } from './portfolio-summary.ts';

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
        ours: exactNumber(ours),
        theirs: exactNumber(theirs),
        difference: exactNumber(difference),
      };
    });
    const lines = outcome.differences.map(
      ({ file, key, measure, ours, theirs, difference }) =>
        `${file} ${key} ${MEASURE_WORDS[measure] ?? measure}: ta ${formatInteger(ours)}, Hội sở ${formatInteger(theirs)}, chênh ${differenceText(measure, difference)}`,
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
    const checks = await question(context, (handler, communeId) =>
      checkEveryLoan({ dataDate: dateOf(context), communeId }, handler),
    );
    if (isRefusal(checks)) return checks;
    const different = checks.flatMap(({ contractNo, fileVnd, check }) =>
      check.result !== 'different'
        ? []
        : {
            contract: contractNo,
            file: exactNumber(fileVnd),
            ours: exactNumber(check.accrual.totalVnd),
            segments: check.accrual.segments.map(({ from, to, inTermVnd, overdueVnd }) => {
              return { from, to, in_term: exactNumber(inTermVnd), overdue: exactNumber(overdueVnd) };
            }),
          },
    );
    const notCheckable = checks.flatMap(({ contractNo, check }) =>
      check.result === 'notCheckable'
        ? { contract: contractNo, reason: check.reason, text: NOT_CHECKABLE[check.reason] }
        : [],
    );
    const checked = checks.length - notCheckable.length;
    const equal = checked - different.length;
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
      const undone = isRefusal(officeId) ? officeId : await undoImport({ dataDate, officeId }, handler);
      return withKnownDates(undone, handler);
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
