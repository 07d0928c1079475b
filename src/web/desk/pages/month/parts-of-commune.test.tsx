import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { showCommuneMonth } from '../../../../modules/portfolio/contract.ts';
import { figureFixtures } from '../../../testing/fixtures/figures.ts';
import { COMMUNES } from '../../../testing/fixtures/people.ts';
import { TrendSection } from './charts.tsx';
import { HeatView } from './heat-section.tsx';
import type { MonthWithFigures } from './month.ts';
import { MonthFigures } from './month-figures.tsx';

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

  it('[GV190] of a ward speak of no thôn: title, column, part and count are of its khu phố', () => {
    const villages = whole.heat.villages.map((one) => ({ ...one, villageName: 'Khu phố Phú Lâm' }));
    const ward = { ...whole, communeName: 'Phường Phú Lâm', heat: { ...whole.heat, villages } };
    const text = renderToStaticMarkup(
      <>
        <HeatView month={{ ...ward, covers: 'village' }} communeCode={communeCode} nhiet={undefined} />
        <MonthFigures month={{ ...ward, unnamedVillages: 2 }} communeCode={communeCode} />
      </>,
    );
    expect(text).toContain('theo khu phố, % dư nợ');
    expect(text).toContain('<th scope="col">Khu phố</th>');
    expect(text).toContain('>Phần của khu phố<');
    expect(text).toMatch(/\d+ khu phố, 2 mã khu phố chưa có tên/u);
    expect(text).not.toMatch(/(?<!\p{L})thôn(?!\p{L})/iu);
  });
});
