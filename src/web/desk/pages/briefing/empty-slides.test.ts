import { describe, expect, test } from 'vitest';
import type { Briefing } from './briefing.ts';
import { hallSlides } from './hall-slides.ts';

const KINDS = ['figures', 'lastConclusions', 'difficulties', 'policies', 'conclusions', 'other'] as const;
const BRIEFING = {
  ...{ communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc', heldOn: '2026-11-23', metOn: '2026-11-23' },
  ...{ state: 'open', startsAt: null, meetsAt: null, parts: [], attendees: [], before: null },
  ...{ difficulties: [], conclusions: [] },
  agenda: KINDS.map((kind) => ({
    ...{ itemId: kind, kind, title: kind, hallTitle: `Mục ${kind}`, minutes: 6 },
    ...{ note: null, hallNote: null, reachedAt: null },
  })),
} as unknown as Briefing;

const linesOf = (changed: Partial<Briefing> = {}) => {
  const briefing = { ...BRIEFING, ...changed };
  const [, ...slides] = hallSlides({ briefing, figures: undefined, before: null });
  return Object.fromEntries(slides.map(({ itemId, lines }) => [itemId, lines]));
};

describe('[GV145] an item of which the hall is shown nothing else', () => {
  test('says that there is nothing yet, where that is so, and what comes next', () => {
    const line = (text: string, below = '') => [{ text, below }];
    expect(linesOf()).toEqual({
      figures: line('Tiếp theo: Mục lastConclusions'),
      lastConclusions: line('Chưa có kết luận của kỳ trước', 'Tiếp theo: Mục difficulties'),
      difficulties: line('Chưa có khó khăn nào được nêu', 'Tiếp theo: Mục policies'),
      policies: line('Tiếp theo: Mục conclusions'),
      conclusions: line('Kết luận được ghi sẽ hiện ở đây', 'Tiếp theo: Mục other'),
      other: line('Mục cuối của chương trình'),
    });
  });

  test('promises nothing more once the meeting is over', () => {
    const { difficulties, conclusions } = linesOf({ state: 'closed' });
    expect(difficulties?.[0]?.text).toBe('Không có khó khăn nào được nêu');
    expect(conclusions?.[0]?.text).toBe('Không có kết luận');
  });

  test('does not call missing what the hall may not see', () => {
    const hidden = [{ hallText: null, hallOwner: null, hallRaisedBy: null, hallGivenTo: null, dueOn: null }];
    const { difficulties, conclusions } = linesOf({
      difficulties: hidden as unknown as Briefing['difficulties'],
      conclusions: hidden as unknown as Briefing['conclusions'],
    });
    expect(difficulties).toEqual([{ text: 'Tiếp theo: Mục policies', below: '' }]);
    expect(conclusions).toEqual([{ text: 'Tiếp theo: Mục other', below: '' }]);
  });
});
