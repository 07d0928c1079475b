import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { formatPercent } from '../../../../kernel/quantity.ts';
import { officialDate, type Paper, type PaperTable } from '../../../documents/index.ts';
import { type ConclusionResult, countResults, lateDays, RESULT_STATES } from '../../domain/papers/results.ts';
import { closing, type Frame, framed, officialMonth, opening } from './frame.ts';

/** What the report is made from: the briefing before and what came of its conclusions until the day of this one. */
export type ResultsMatter = {
  /** Null when no briefing of the point came before. */
  readonly concludedOn: BusinessDate | null;
  readonly heldOn: BusinessDate;
  readonly results: readonly ConclusionResult[];
};

/** The report on what came of the conclusions of the briefing before [GV67]. */
export function resultsPaper(frame: Frame, matter: ResultsMatter): Paper {
  const { concludedOn, heldOn } = matter;
  const abstract =
    concludedOn === null
      ? `Kết quả thực hiện kết luận giao ban, kỳ ${officialMonth(heldOn)}`
      : `Kết quả thực hiện kết luận giao ban ${officialMonth(concludedOn)}`;
  return framed('results', frame, {
    abstract,
    body: [{ block: 'paragraph', text: opening(frame) }, ...bodyOf(frame, matter)],
  });
}

function bodyOf(frame: Frame, { concludedOn, heldOn, results }: ResultsMatter): Paper['body'] {
  const last = {
    block: 'paragraph',
    text: closing(frame, `Số liệu tính đến ${officialDate(heldOn)}`),
  } as const;
  if (concludedOn === null)
    return [{ block: 'paragraph', text: 'Trước buổi giao ban này chưa có kết luận nào phải báo cáo.' }, last];
  if (results.length === 0)
    return [
      { block: 'paragraph', text: `Giao ban ${officialDate(concludedOn)} không có kết luận giao việc.` },
      last,
    ];
  return [
    { block: 'heading', level: 1, text: 'KẾT QUẢ CHUNG' },
    { block: 'paragraph', text: countsText(results, heldOn) },
    { block: 'heading', level: 1, text: 'TỪNG VIỆC' },
    { block: 'paragraph', text: `Các việc giao tại giao ban ${officialDate(concludedOn)}:` },
    resultTable(results, heldOn),
    last,
  ];
}

function countsText(results: readonly ConclusionResult[], on: BusinessDate): string {
  const { given, done, unreported, late, doneBps } = countResults(results, on);
  const parts = [
    `Giao ${given} việc`,
    `xong ${done} việc${doneBps === null ? '' : `, đạt ${formatPercent(doneBps)}`}`,
    ...(unreported === 0 ? [] : [`chưa có báo cáo ${unreported} việc`]),
    `trễ hạn ${late} việc`,
  ];
  return `${parts.join('; ')}.`;
}

function resultTable(results: readonly ConclusionResult[], on: BusinessDate): PaperTable {
  return {
    block: 'table',
    columns: [
      { share: 6, align: 'center' },
      { share: 34, align: 'left' },
      { share: 22, align: 'left' },
      { share: 16, align: 'center' },
      { share: 22, align: 'left' },
    ],
    head: [['TT', 'Nội dung', 'Người thực hiện', 'Thời hạn', 'Kết quả']],
    rows: results.map((result, i) => [
      String(i + 1),
      result.text,
      result.ownerName ?? '',
      result.dueOn === null ? '' : formatDate(result.dueOn),
      resultText(result, on),
    ]),
  };
}

function resultText(result: ConclusionResult, on: BusinessDate): string {
  const late = lateDays(result, on);
  const state = `${RESULT_STATES[result.state]}${late === 0 ? '' : `, trễ ${late} ngày`}`;
  return result.evidence === null ? state : `${state}. ${result.evidence}`;
}
