import { formatDate } from '../../../../kernel/dates.ts';
import { withoutPersonalNumbers } from '../personal-numbers.ts';
import { OUTCOMES } from '../task.ts';
import { type ConclusionResult, RESULT_STATES, type ResultReport } from './results.ts';

/** Longer reports are read on their task's page; a row of a paper stays a row. */
const MOST_LETTERS = 240;

/** What a paper says of a result: its state, how late, the report, the reason, what the figures say beside it. */
export function resultText(result: ConclusionResult): string {
  const { report, reason, figures, isContradicted } = result;
  const parts = [
    stateText(result),
    report && reportText(report),
    reason === null ? null : `Lý do: ${short(reason)}`,
    figures,
    isContradicted ? 'Báo cáo trái với số liệu' : null,
  ];
  return parts
    .filter((part) => part !== null)
    .map((part) => (/[.!?…]$/u.test(part) ? part : `${part}.`))
    .join(' ')
    .replace(/\.$/u, '');
}

function stateText({ state, lateDays: days, report }: ConclusionResult): string {
  const late = days === 0 ? '' : `, trễ ${days} ngày`;
  const isDone = state !== 'done' || report === null || report.outcome === 'done';
  const word = isDone ? RESULT_STATES[state] : `Đã nhận kết quả: ${OUTCOMES[report.outcome].toLowerCase()}`;
  return `${word}${late}`;
}

function reportText({ on, text, outcome, writtenBy, files, records = [] }: ResultReport): string {
  const says = outcome === 'done' ? '' : `${OUTCOMES[outcome].toLowerCase()}; `;
  const brought = [
    ...(files === 0 ? [] : [`kèm ${files} tệp`]),
    ...(records.length === 0 ? [] : [`hồ sơ: ${records.join('; ')}`]),
  ];
  const evidence = brought.length === 0 ? '' : ` (${brought.join('; ')})`;
  const writer = writtenBy === undefined ? '' : ` (${writtenBy} ghi thay)`;
  return `Báo cáo ${formatDate(on)}${writer}: ${says}${short(text)}${evidence}`;
}

/** What somebody wrote, as it is printed: short, in one line, and like what was said in a meeting without phones and identity numbers [GV108]. */
function short(text: string): string {
  const inOneLine = withoutPersonalNumbers(text).replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  const letters = [...inOneLine];
  if (letters.length <= MOST_LETTERS) return inOneLine;
  const kept = letters.slice(0, MOST_LETTERS).join('');
  return `${kept.replace(/\s\S*$/u, '')}…`;
}
