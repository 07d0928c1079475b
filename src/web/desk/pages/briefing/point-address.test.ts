import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { hrefOfPoint } from './point-address.ts';

const AT = {
  figures: { dataDate: day('2026-10-31'), fixedAt: null },
  communeCode: '540101',
  seesGroups: true,
};

test('[GV23] the number of households without a phone opens them by customer, of that session alone', () => {
  const due = { list: 'due_at_coming_sessions', sessionOn: day('2026-11-23') };
  expect(hrefOfPoint(due, AT)).toBe(
    '/danh-sach/due_at_coming_sessions?xa=540101&ngay=2026-10-31&tu=2026-11-23&den=2026-11-23',
  );
  expect(hrefOfPoint({ ...due, reach: 'unreachable', by: 'customer' }, AT)).toBe(
    '/danh-sach/due_at_coming_sessions/theo/ho-vay?xa=540101&ngay=2026-10-31&tu=2026-11-23&den=2026-11-23&lienlac=khong',
  );
});

test('[GV129] the number of late checks opens the loans without one, as it was known when the figures were fixed', () => {
  const late = { list: 'disbursed_over_30_days', check: 'untold' as const };
  const href = '/danh-sach/disbursed_over_30_days?xa=540101&ngay=2026-10-31&kiemtra=chua';
  expect(hrefOfPoint(late, AT)).toBe(href);
  const fixedAt = '2026-11-23T01:15:00.000Z';
  expect(hrefOfPoint(late, { ...AT, figures: { ...AT.figures, fixedAt } })).toBe(
    `${href}&kiemtraluc=${encodeURIComponent(fixedAt)}`,
  );
});

test('[GR9] the number of weak groups opens these at the data date, for whoever sees groups', () => {
  expect(hrefOfPoint({ groups: 'belowFair' }, AT)).toBe('/to?xa=540101&ngay=2026-10-31&loc=duoi-kha');
  expect(hrefOfPoint({ groups: 'belowFair' }, { ...AT, seesGroups: false })).toBeUndefined();
});
