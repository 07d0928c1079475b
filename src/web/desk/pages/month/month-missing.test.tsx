import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { showCommuneMonth } from '../../../../modules/portfolio/contract.ts';
import { figureFixtures } from '../../../testing/fixtures/figures.ts';
import { COMMUNES } from '../../../testing/fixtures/people.ts';
import type { MonthWithFigures } from './month.ts';
import { MissingMonth, NewerElsewhere } from './month-missing.tsx';

const SEPTEMBER = day('2026-09-30');
const OCTOBER = day('2026-10-31');
const communeCode = COMMUNES[0].code;
const month = figureFixtures
  .find((one) => one.operation === showCommuneMonth)
  ?.answer({ communeId: COMMUNES[0].id } as never) as MonthWithFigures;
const missing = { ...month, dataDates: [OCTOBER, SEPTEMBER], figuresDate: SEPTEMBER };

describe('a commune that is missing from the newest date', () => {
  it('says which date is shown, and opens the newer one', () => {
    const text = renderToStaticMarkup(
      <NewerElsewhere month={{ ...missing, dataDate: SEPTEMBER }} communeCode={communeCode} />,
    );
    expect(text).toContain('Tệp ngày 31/10/2026 không có xã này.');
    expect(text).toContain('ngày 30/09/2026.');
    expect(text).toContain(`href="/xa/${communeCode}?ngay=2026-10-31"`);
  });

  it('says nothing where the commune has the newest date, nor on an older page', () => {
    for (const shown of [
      { ...missing, figuresDate: OCTOBER, dataDate: OCTOBER },
      { ...missing, dataDate: day('2026-08-31') },
    ])
      expect(renderToStaticMarkup(<NewerElsewhere month={shown} communeCode={communeCode} />)).toBe('');
  });

  it('on the date it is missing from, leads to its newest figures', () => {
    const text = renderToStaticMarkup(
      <MissingMonth month={{ ...missing, now: null }} dataDate={OCTOBER} communeCode={communeCode} />,
    );
    expect(text).toContain('chưa có số liệu, không phải bằng 0');
    expect(text).toContain(`href="/xa/${communeCode}?ngay=2026-09-30"`);
  });
});
