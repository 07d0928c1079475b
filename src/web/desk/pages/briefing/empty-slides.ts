import type { AgendaKind } from '../../../../modules/governance/domain/agenda.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import type { Briefing } from './briefing.ts';
import type { Line } from './line-slides.ts';

type Item = Briefing['agenda'][number];

/**
 * The slide of an item of which the hall is shown nothing else: that there is nothing yet, and what comes next [GV145]. What there is and
 * the hall may not see is not said to be missing.
 */
export function emptySlide({ itemId, kind }: Item, briefing: Briefing): { readonly lines: readonly Line[] } {
  const next = briefing.agenda[briefing.agenda.findIndex((one) => one.itemId === itemId) + 1];
  const then = next === undefined ? 'Mục cuối của chương trình' : `Tiếp theo: ${next.hallTitle}`;
  const nothing = NOTHING[kind]?.(briefing) ?? null;
  return { lines: [nothing === null ? { text: then, below: '' } : { text: nothing, below: then }] };
}

/** That there is nothing, where that is so. */
const NOTHING: Readonly<Partial<Record<AgendaKind, (briefing: Briefing) => string | null>>> = {
  lastConclusions: ({ before }) => (before === null ? 'Chưa có kết luận của kỳ trước' : null),
  difficulties: ({ difficulties, state }) =>
    difficulties.length > 0
      ? null
      : isEnded(state)
        ? 'Không có khó khăn nào được nêu'
        : 'Chưa có khó khăn nào được nêu',
  conclusions: ({ conclusions, state }) =>
    conclusions.length > 0 ? null : isEnded(state) ? 'Không có kết luận' : 'Kết luận được ghi sẽ hiện ở đây',
};
