import { expect, test } from 'vitest';
import type { BriefingFigures } from './briefing.ts';
import { dueSlides } from './due-slides.ts';

test('[GV257] what falls due at two sessions is a number each, one after the other', () => {
  const at = { pointNames: [], amountVnd: 30_000_000n, customers: 2, reachableCustomers: 1 };
  const due = { ...at, heldOn: '2026-11-23', loans: 2 };
  const dueNext = { ...at, heldOn: '2026-12-24', loans: 3, reachableCustomers: 2 };
  const figures = { dataDate: '2026-10-31', stale: null, due, dueNext } as unknown as BriefingFigures;
  expect(dueSlides(figures)).toEqual([
    {
      title: 'Đến hạn phiên 23/11/2026',
      number: { value: '2 món', below: '30 triệu, 1 hộ chưa liên lạc được' },
    },
    {
      title: 'Đến hạn phiên 24/12/2026',
      number: { value: '3 món', below: '30 triệu, hộ nào cũng liên lạc được' },
    },
  ]);
  expect(dueSlides({ ...figures, dueNext: null })).toHaveLength(1);
  expect(dueSlides({ ...figures, due: null, dueNext: null })).toEqual([]);
});
