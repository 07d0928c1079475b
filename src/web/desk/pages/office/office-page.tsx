import type { ReactElement } from 'react';
import { addDays, formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import { checkInterest, publishImport, showOfficeMonth } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { ChartSection } from '../../../shared/charts/chart-section.tsx';
import { LineChart } from '../../../shared/charts/line-chart.tsx';
import { Figures } from '../../../shared/components/figures.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState, StaleNote } from '../../../shared/components/states.tsx';
import { CommuneSwitcher, ComparedOnPaper, DateSwitcher } from '../../../shared/components/switchers.tsx';
import { formatHundredths, formatInteger, formatMonth, formatPercent } from '../../../shared/format.ts';
import { shortOffice } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useSearchParams, useTitle } from '../../use-address.ts';
import { MyBriefings } from '../briefing/my-briefings.tsx';
import { FlowLine } from '../month/month-figures.tsx';
import { pointNumber } from '../month/numbers.ts';
import { SourceOf } from '../month/source-of.tsx';
import { MyWork } from '../tasks/my-work.tsx';
import { CommunesTable } from './communes-table.tsx';
import { officeFigures } from './office-figures.ts';
import { type OfficeMonth, presentOf } from './office-month.ts';

/** The communes of the transaction office side by side. */
export function OfficePage(): ReactElement {
  const me = useMe();
  const asked = askedDate(useSearchParams());
  const answer = useQuestion(showOfficeMonth, asked === undefined ? {} : { dataDate: asked });
  const month = answer.data;
  const dataDate = month?.dataDate ?? undefined;
  const name = me.offices[0]?.name ?? 'Phòng giao dịch';
  useTitle(dataDate === undefined ? name : `${name}, tháng ${formatMonth(dataDate)}`);
  return (
    <Page
      tools={
        <>
          <CommuneSwitcher
            communes={me.communes.map((commune) => ({ id: commune.code ?? commune.id, name: commune.name }))}
            currentId={undefined}
            all={{ name: 'Cả phòng giao dịch', href: paths.office(dataDate) }}
            hrefOf={(code) => paths.commune(code, dataDate)}
          />
          {month === undefined || dataDate === undefined ? null : (
            <DateSwitcher
              dates={month.dataDates}
              current={dataDate}
              comparedDate={month.comparedDate}
              hrefOf={(date) => paths.office(date)}
            />
          )}
        </>
      }
    >
      <div className={answer.isStale ? 'is-stale' : undefined} aria-busy={answer.isStale}>
        <Show answer={answer} rows={12}>
          {(data) => <OfficeBody month={data} />}
        </Show>
      </div>
    </Page>
  );
}

function OfficeBody({ month }: { month: OfficeMonth }): ReactElement {
  const me = useMe();
  const { dataDate, now } = month;
  if (dataDate === null || now === null)
    return (
      <>
        <PageHead title={month.officeName} />
        <MyWork />
        <EmptyState
          action={
            may(me, publishImport) ? (
              <AppLink className="btn go" href={paths.imports}>
                Nhập số liệu
              </AppLink>
            ) : undefined
          }
        >
          Chưa có số liệu nào được ghi vào sổ. Thả các tệp cuối tháng của ngân hàng vào trang Nhập số liệu;
          các xã hiện ở đây ngay sau khi ghi.
        </EmptyState>
      </>
    );
  const today = month.staleness === null ? undefined : addDays(dataDate, month.staleness.ageDays);
  const missing = month.communes.filter((commune) => commune.now === null);
  return (
    <>
      <PageHead title={`${month.officeName}, tháng ${formatMonth(dataDate)}`}>
        {today === undefined ? '' : `Hôm nay ${formatWeekdayDate(today)}. `}
        {missing.length === 0
          ? `${formatInteger(month.communes.length)} xã, phường.`
          : `Có số liệu ${presentOf(month)} xã, phường.`}{' '}
        {partlyCompared(month)}Số dư theo ngân hàng đến ngày {formatDate(dataDate)}
        <ComparedOnPaper comparedDate={month.comparedDate} />.{' '}
        {month.staleness?.isStale && today !== undefined ? (
          <StaleNote dataDate={dataDate} today={today} />
        ) : null}
      </PageHead>
      <MyBriefings />
      <MyWork />
      <Figures figures={officeFigures(month, now)} />
      <FlowLine
        now={now}
        filter={{ ngay: dataDate }}
        monthName={dataDate.slice(5, 7)}
        inactiveTitle={month.rules.inactiveTitle}
      />
      <div className="stack">
        <Section
          title="Các xã cạnh nhau"
          note={missing.length === 0 ? 'Triệu đồng' : `Triệu đồng. Có ${presentOf(month)} xã`}
          actions={
            may(me, checkInterest) ? (
              <AppLink className="twin" href={paths.interestCheck({ ngay: dataDate })}>
                Kiểm tra lãi dự thu
              </AppLink>
            ) : undefined
          }
        >
          <div className="communes">
            <CommunesTable month={month} dataDate={dataDate} />
          </div>
        </Section>
        <OfficeTrend month={month} />
      </div>
      <SourceOf source={month.source} officeName={month.officeName} />
    </>
  );
}

/** Said where a commune is missing from one of the two dates: a change of fewer communes is not one of the office. */
function partlyCompared({ compared, communes, comparedDate }: OfficeMonth): string {
  if (compared === null || comparedDate === null || compared.communes === communes.length) return '';
  return `Tăng, giảm chỉ tính ${formatInteger(compared.communes)} xã có số liệu ở cả hai ngày. `;
}

function OfficeTrend({ month }: { month: OfficeMonth }): ReactElement {
  const values = month.series.map((point) => point.arrearsBps ?? undefined);
  const labelOf = (text: string) => `${text.slice(5)}/${text.slice(0, 4)}`;
  return (
    <ChartSection
      title="Tỷ lệ quá hạn + khoanh, 24 tháng"
      twin={{
        headings: ['Tháng', 'Tỷ lệ, %'],
        rows: month.series.map((point, index) => {
          const value = values[index];
          return {
            key: point.month,
            cells: [
              labelOf(point.month),
              <NumberLink key="share" href={pointNumber(point, {})?.href} isZero={value === 0}>
                {value === undefined ? 'chưa có' : formatHundredths(value)}
              </NumberLink>,
            ],
          };
        }),
      }}
    >
      <LineChart
        label={`Tỷ lệ quá hạn cộng khoanh của ${month.officeName}, 24 tháng`}
        months={month.series.map((point) => labelOf(point.month))}
        values={values}
        name={shortOffice(month.officeName)}
        paper="whole"
        format={formatPercent}
        formatAxis={(value, isTop) =>
          `${value === 0 ? '0' : formatHundredths(value).replace(/0$/, '')}${isTop ? '%' : ''}`
        }
      />
    </ChartSection>
  );
}
