import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { showCommuneMonth, showOfficeMonth } from '../../../../modules/portfolio/contract.ts';
import { Figures } from '../../../shared/components/figures.tsx';
import { figureFixtures } from '../../../testing/fixtures/figures.ts';
import { COMMUNES } from '../../../testing/fixtures/people.ts';
import { CommunesTable } from '../office/communes-table.tsx';
import { officeFigures } from '../office/office-figures.ts';
import { AgeingSection } from './charts.tsx';
import { HeatView } from './heat-section.tsx';
import type { MonthWithFigures, SectionProps } from './month.ts';
import { FlowLine, MonthFigures } from './month-figures.tsx';
import { monthNumbers, officeNumbers } from './numbers.ts';
import { SessionsSection } from './sessions-section.tsx';

function sample<Op extends { readonly name: string }>(operation: Op, input: object): unknown {
  const found = figureFixtures.find((one) => one.operation.name === operation.name);
  return found?.answer(input as never);
}

const month = sample(showCommuneMonth, { communeId: COMMUNES[0].id }) as MonthWithFigures;
const office = sample(showOfficeMonth, {}) as OutputOf<typeof showOfficeMonth>;
const props: SectionProps = { month, communeCode: COMMUNES[0].code };
const officePart = (): ReactElement => {
  const { now, dataDate } = office;
  if (now === null || dataDate === null) throw new Error('the sample has figures');
  return (
    <>
      <Figures figures={officeFigures(office, now)} />
      <FlowLine
        now={now}
        filter={{ ngay: dataDate }}
        monthName="10"
        inactiveTitle={office.rules.inactiveTitle}
      />
      <CommunesTable month={office} dataDate={dataDate} />
    </>
  );
};

/** What is no number of the figures: headings, names of rows and charts, zero, and what is read aloud only. */
const NAMES =
  /<(th|caption|title)\b[^>]*>.*?<\/\1>|<(a|span)\b[^>]*class="(?:name|zero|sr)"[^>]*>.*?<\/\2>/gs;
const LINKS = /<a\b.*?<\/a>/gs;
/** Days, months, lengths of time, and zero. */
const NO_FIGURE = /\d{2}\/\d{2}\/\d{4}|tháng \d+|\d+ tháng|\d+(–\d+)? ngày|^0$|^PGD Tuy Hòa [\d,]+%$/g;

/** The texts with a number in them that open nothing. */
function bareNumbers(element: ReactElement): string[] {
  const markup = renderToStaticMarkup(element).replace(NAMES, '').replace(LINKS, '');
  const texts = markup.replace(/<style.*?<\/style>/gs, '').split(/<[^>]*>/);
  return texts.filter((text) => /\d/.test(text.trim().replace(NO_FIGURE, '')));
}

const hrefsOf = (element: ReactElement): string[] =>
  [...renderToStaticMarkup(element).matchAll(/<a\b[^>]*href="([^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );

describe('the numbers of the month and office pages', () => {
  it.each([
    ['the six figures and the flows', <MonthFigures key="figures" {...props} />],
    ['the coming sessions', <SessionsSection key="sessions" {...props} sessions={[]} />],
    ['overdue debt by age', <AgeingSection key="ageing" {...props} />],
    ['villages by arrears', <HeatView key="arrears" {...props} nhiet={undefined} />],
    ['villages by unpaid interest', <HeatView key="interest" {...props} nhiet="lai-ton" />],
    ['villages by silence', <HeatView key="silent" {...props} nhiet="khong-giao-dich" />],
    ['the office and its communes', officePart()],
  ])('[PF68] %s: each is a link, or zero', (_, element) => {
    expect(bareNumbers(element)).toEqual([]);
  });

  it('[PF68] a number outside a link is found', () => {
    expect(
      bareNumbers(
        <p>
          thu nợ <b>128 triệu</b>, đến 31/10/2026 <span className="zero">0</span>
        </p>,
      ),
    ).toEqual(['128 triệu']);
  });

  it('[PF68] every list that is opened is one whose sum is checked against its number', () => {
    const checked = new Set(
      [...monthNumbers(month, props.communeCode), ...officeNumbers(office)].map(({ href }) => href),
    );
    const pages = [
      <MonthFigures key="figures" {...props} />,
      <SessionsSection key="sessions" {...props} sessions={[]} />,
      <AgeingSection key="ageing" {...props} />,
      officePart(),
    ];
    const opened = pages.flatMap(hrefsOf).filter((href) => href.startsWith('/danh-sach/'));
    // The heading of a section opens its whole list; it is no number.
    const numbers = opened.filter(
      (href) =>
        !/due_at_coming_sessions\?ngay=[^&]*&xa=\d+$|due_at_coming_sessions\?xa=\d+&ngay=[^&]*$/.test(href),
    );
    expect(numbers.filter((href) => !checked.has(href))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(50);
  });
});
