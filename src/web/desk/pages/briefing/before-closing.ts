import { formatDate } from '../../../../kernel/dates.ts';
import { missingOf } from '../../../../modules/governance/domain/conclusion.ts';
import { formatInteger } from '../../../shared/format.ts';
import type { Briefing } from './briefing.ts';

type Conclusion = Pick<Briefing['conclusions'][number], 'text' | 'ownerSeat' | 'ownerName' | 'dueOn'> & {
  readonly conclusionId: string;
  readonly others: readonly unknown[];
};

/** A conclusion by its number in the minutes. */
export type NumberedLine = { readonly number: number; readonly conclusionId: string };

/** What keeps a meeting from being closed: what is amiss, and with which lines. */
export type Unready = {
  readonly words: string;
  readonly lines: readonly NumberedLine[];
  /** Mended in the form of the line; where somebody has to choose between versions, beside it. */
  readonly isMended: boolean;
};

/** Lines of which closing would be refused [GV9], so that the question before it says so [GV229]. */
export function unreadyLines({
  conclusions,
  metOn,
}: {
  readonly conclusions: readonly Conclusion[];
  readonly metOn: Briefing['metOn'];
}): readonly Unready[] {
  const linesWhere = (is: (line: Conclusion) => boolean): readonly NumberedLine[] =>
    conclusions.flatMap((line, i) => (is(line) ? [{ number: i + 1, conclusionId: line.conclusionId }] : []));
  const all: readonly Unready[] = [
    {
      words: 'chưa có người làm hoặc chưa có hạn',
      lines: linesWhere((line) => missingOf(line).length > 0),
      isMended: true,
    },
    {
      words: `có hạn trước ngày họp ${formatDate(metOn)}`,
      lines: linesWhere(({ dueOn }) => dueOn !== null && dueOn < metOn),
      isMended: true,
    },
    {
      words: 'đang có hai bản cùng ghi một lúc, phải chọn một',
      lines: linesWhere(({ others }) => others.length > 0),
      isMended: false,
    },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

/** More names are not read before a press; the paper that goes to each has it. */
const NAMES_READ = 3;

/** `A; B; C và 37 nơi khác`: the first few bodies; one more than these is as short by its name. */
export function bodiesInWords(names: readonly string[]): string {
  const different = [...new Set(names)];
  if (different.length <= NAMES_READ + 1) return different.join('; ');
  const others = formatInteger(different.length - NAMES_READ);
  return `${different.slice(0, NAMES_READ).join('; ')} và ${others} nơi khác`;
}
