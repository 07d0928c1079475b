import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { dropZeros, formatHundredths } from '../../../../kernel/quantity.ts';
import { officialDate, type Paper, type PaperBlock, type PaperTable } from '../../../documents/index.ts';
import { earlierWords } from '../../domain/papers/earlier.ts';
import { resultText } from '../../domain/papers/result-text.ts';
import { type ConclusionResult, countResults, type ResultsBefore } from '../../domain/papers/results.ts';
import { withoutPersonalNumbers } from '../../domain/personal-numbers.ts';
import { ownerAndFormer } from '../../domain/task.ts';
import { closing, type Frame, framed, meetingOfMonth, opening } from './frame.ts';

/** What the report is made from: what came of the briefing before until the day of this one. */
export type ResultsMatter = {
  /** The day on which this one met [GV104]. */
  readonly metOn: BusinessDate;
  /** The day to which it counts: that one, or an earlier one on which it is written [GV180]. */
  readonly countedTo: BusinessDate;
  /** Null when no briefing of the point came before. */
  readonly before: ResultsBefore | null;
};

/** The report on what came of the conclusions of the briefing before [GV67]. */
export function resultsPaper(frame: Frame, matter: ResultsMatter): Paper {
  const { before, metOn } = matter;
  const abstract =
    before === null
      ? `Kết quả thực hiện kết luận giao ban, kỳ ${meetingOfMonth(frame, metOn)}`
      : `Kết quả thực hiện kết luận giao ban ${meetingOfMonth(frame, before.heldOn)}`;
  return framed('results', frame, {
    abstract,
    body: [{ block: 'paragraph', text: opening(frame) }, ...bodyOf(frame, matter)],
  });
}

function bodyOf(frame: Frame, { before, countedTo }: ResultsMatter): Paper['body'] {
  const untilWhen = `Tình trạng các việc tính đến ${officialDate(countedTo)}`;
  // Words of the office's own close the paper; of which day it tells is said before them [GV197].
  const ownWords = frame.template.closing === '' ? [] : [paragraph(`${untilWhen}.`)];
  const last = [...ownWords, paragraph(closing(frame, untilWhen))];
  if (before === null)
    return [
      { block: 'paragraph', text: 'Trước buổi giao ban này chưa có kết luận nào phải báo cáo.' },
      ...last,
    ];
  if (before.results.length === 0)
    return [
      { block: 'paragraph', text: `Giao ban ${officialDate(before.heldOn)} không có kết luận giao việc.` },
      ...difficultyResults(before),
      ...earlierTable(before),
      ...last,
    ];
  return [
    { block: 'heading', level: 1, text: 'KẾT QUẢ CHUNG' },
    { block: 'paragraph', text: `${resultCounts(before.results)}.` },
    { block: 'heading', level: 1, text: 'TỪNG VIỆC' },
    { block: 'paragraph', text: `Các việc giao tại giao ban ${officialDate(before.heldOn)}:` },
    resultTable(before.results),
    ...difficultyResults(before),
    ...earlierTable(before),
    ...last,
  ];
}

function paragraph(text: string): PaperBlock {
  return { block: 'paragraph', text };
}

/** `Giao 6 việc; xong 4 việc, đạt 66,67%; chưa có báo cáo 2 việc; đã trễ, còn phải làm 2 việc`: the states add up to what was given. */
export function resultCounts(results: readonly ConclusionResult[]): string {
  const counts = countResults(results);
  const { given, done, reported, unreported, returned, late, contradicted, cancelled, doneBps } = counts;
  const some = (count: number, words: string) => (count === 0 ? [] : [`${words} ${count} việc`]);
  return [
    `Giao ${given} việc`,
    `xong ${done} việc${doneBps === null ? '' : `, đạt ${dropZeros(formatHundredths(doneBps))}%`}`,
    ...some(reported, 'đã báo cáo, chờ nhận kết quả'),
    ...some(unreported, 'chưa có báo cáo'),
    ...some(returned, 'trả lại'),
    ...some(late, 'đã trễ, còn phải làm'),
    ...some(contradicted, 'báo cáo trái với số liệu'),
    ...some(cancelled, 'đã hủy'),
  ].join('; ');
}

/** What came of the difficulties that the briefing before gave to somebody [GV126], counted apart; nothing where it gave none. */
export function difficultyResults({ difficulties = [], heldOn }: ResultsBefore): PaperBlock[] {
  if (difficulties.length === 0) return [];
  return [
    {
      block: 'paragraph',
      text: `Khó khăn giao tại giao ban ${officialDate(heldOn)}: ${countsBelow(difficulties)}.`,
    },
    resultTable(difficulties),
  ];
}

/** What is left of the briefings before the last [GV88], counted apart: the longest late by name; nothing where all is finished. */
export function earlierTable({ earlier }: ResultsBefore): PaperBlock[] {
  if (earlier === undefined) return [];
  const { unfinished, longest } = earlier;
  const named = longest.length < unfinished ? `; ${longest.length} việc chờ lâu nhất` : '';
  return [
    { block: 'paragraph', text: `${earlierWords(earlier)}${named}:` },
    resultTable(longest, ({ givenOn }) => `Giao ban ${formatDate(givenOn)}.`),
  ];
}

function countsBelow(results: readonly ConclusionResult[]): string {
  const counts = resultCounts(results);
  return `${counts.charAt(0).toLowerCase()}${counts.slice(1)}`;
}

/**
 * What came of each conclusion, as a table of the report and of the minutes.
 *
 * @param sinceOf what stands before the result, where the conclusions are of several briefings
 */
export function resultTable<Result extends ConclusionResult>(
  results: readonly Result[],
  sinceOf?: (result: Result) => string,
): PaperTable {
  return {
    block: 'table',
    columns: [
      { share: 6, align: 'center' },
      { share: 27, align: 'left' },
      { share: 21, align: 'left' },
      { share: 46, align: 'left' },
    ],
    head: [['TT', 'Nội dung', 'Người thực hiện, thời hạn', 'Kết quả']],
    rows: results.map((result, i) => [
      String(i + 1),
      withoutPersonalNumbers(result.text),
      whoUntil(result),
      [...(sinceOf === undefined ? [] : [sinceOf(result)]), resultText(result)].join(' '),
    ]),
  };
}

/** One column of both leaves the result the room it needs: narrow, a row would be as high as a third of a page. */
function whoUntil(result: ConclusionResult): string {
  const due = result.dueOn === null ? [] : [`hạn ${formatDate(result.dueOn)}`];
  return [ownerText(result), ...due].filter(Boolean).join('; ');
}

/** Who has no office was typed by somebody [GV108]. */
function ownerText(result: ConclusionResult): string {
  return withoutPersonalNumbers(ownerAndFormer(result));
}
