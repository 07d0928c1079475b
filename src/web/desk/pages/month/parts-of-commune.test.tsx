import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { showCommuneMonth } from '../../../../modules/portfolio/contract.ts';
import { figureFixtures } from '../../../testing/fixtures/figures.ts';
import { COMMUNES } from '../../../testing/fixtures/people.ts';
import { TrendSection } from './charts.tsx';
import { HeatView } from './heat-section.tsx';
import type { MonthWithFigures } from './month.ts';

const communeCode = COMMUNES[0].code;
const whole = figureFixtures
  .find((one) => one.operation === showCommuneMonth)
  ?.answer({ communeId: COMMUNES[0].id } as never) as MonthWithFigures;

const textOf = (covers: MonthWithFigures['covers'], communeName = whole.communeName) => {
  const month = { ...whole, covers, communeName };
  return renderToStaticMarkup(
    <>
      <TrendSection month={month} communeCode={communeCode} />
      <HeatView month={month} communeCode={communeCode} nhiet={undefined} />
    </>,
  );
};

describe('figures of a part of a commune', () => {
  it.each([
    ['group', 'Phần của tổ'],
    ['association', 'Phần của hội'],
    ['village', 'Phần của thôn'],
  ] as const)('[PF9] of the %s carry its name, never the commune’s', (covers, name) => {
    const text = textOf(covers);
    expect(text).toContain(`24 tháng: ${name} `);
    expect(text).toContain(`<th scope="row">${name}</th>`);
    expect(text).not.toContain('Toàn xã');
  });

  it('[PF9] of the whole commune carry the commune’s name', () => {
    expect(textOf('commune')).toContain('Toàn xã');
  });

  it('[GV169] of the whole of a ward carry its kind', () => {
    expect(textOf('commune', 'Phường Phú Lâm')).toContain('<th scope="row">Toàn phường</th>');
  });
});
