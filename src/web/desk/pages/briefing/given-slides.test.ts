import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { givenSlides } from './given-slides.ts';
import type { ResultsBefore } from './results-before.ts';

const given = (hallOwner: string | null, state: string, lateDays = 0) => ({
  ...{ hallOwner, state, lateDays, ownerName: hallOwner ?? 'Đỗ Công Quang', isContradicted: false },
  text: 'Hộ Đỗ Công Quang: không gặp được',
});
const told = (difficulties: ReturnType<typeof given>[]) =>
  ({ heldOn: day('2026-10-23'), results: [], difficulties }) as unknown as NonNullable<ResultsBefore>;

test('[GV126] the hall is told how many given difficulties are done and by whom, the late first, and no household', () => {
  const slides = givenSlides(
    told([
      given('Hội LHPN', 'done'),
      given('Công an xã', 'working', 7),
      given('Công an xã', 'reported', 2),
      given(null, 'returned'),
      given('Mặt trận', 'cancelled'),
    ]),
  );
  expect(slides).toEqual([
    { number: { value: '1/4', below: 'khó khăn giao ngày 23/10/2026 đã xong, 1 việc trễ' } },
    {
      lines: [
        { text: 'Công an xã', below: '2 khó khăn, xong 0, 1 việc trễ' },
        { text: 'Hội LHPN', below: '1 khó khăn, xong 1' },
        { text: 'Người khác', below: '1 khó khăn, xong 0' },
      ],
    },
  ]);
  expect(JSON.stringify(slides)).not.toContain('Quang');
  expect(givenSlides(told([]))).toEqual([]);
});
