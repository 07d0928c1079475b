import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { formatHundredths } from '../format.ts';
import { LineChart } from './line-chart.tsx';

const ticksOf = (values: readonly number[]) => {
  const markup = renderToStaticMarkup(
    <LineChart
      label="Tỷ lệ"
      months={['09/2026', '10/2026']}
      values={values}
      name="Xã"
      format={formatHundredths}
      formatAxis={formatHundredths}
      paper="half"
    />,
  );
  expect(markup).not.toMatch(/NaN|Infinity/);
  return [...markup.matchAll(/<text class="c-s" x="38"[^>]*>([^<]*)/g)].map(([, text]) => text);
};

test('the axis of zeros has one tick, the ticks of the smallest shares are whole hundredths', () => {
  expect(ticksOf([0, 0])).toEqual(['0,00']);
  expect(ticksOf([0, 2])).toEqual(['0,00', '0,01', '0,02']);
});
