import type { ReactElement } from 'react';
import { communeParts } from '../../../../kernel/commune-words.ts';
import { addDays, addMonths, formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import { listBriefings, listMyBriefings } from '../../../../modules/governance/contract.ts';
import { showCommuneMonth } from '../../../../modules/portfolio/contract.ts';
import { listSessions } from '../../../../modules/sessions/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState, StaleNote } from '../../../shared/components/states.tsx';
import { CommuneSwitcher, ComparedOnPaper, DateSwitcher } from '../../../shared/components/switchers.tsx';
import { formatMonth } from '../../../shared/format.ts';
import { withinSentence } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { actsForOffice, communeOf, may, useMe } from '../../session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { metToday } from '../briefing/my-briefing-words.ts';
import { MyBriefings } from '../briefing/my-briefings.tsx';
import { PolicyNews } from '../briefing/policy-news.tsx';
import { MyWork } from '../tasks/my-work.tsx';
import { rowCounts, silentSide } from './balance.ts';
import { AgeingSection, TrendSection } from './charts.tsx';
import { HeatSection } from './heat-section.tsx';
import { type Month, type MonthWithFigures, partOf, type SectionProps } from './month.ts';
import { MonthFigures } from './month-figures.tsx';
import { MissingMonth, NewerElsewhere } from './month-missing.tsx';
import { ComingSessions } from './sessions-section.tsx';
import { SILENT_SHOWN, SilentSection } from './silent-section.tsx';
import { SourceOf } from './source-of.tsx';
import { WATCHED_LISTS, WATCHED_SHOWN, WatchSection } from './watch-section.tsx';

/** The month of one commune on one page: what it is, what changed, what falls due, who stands on which list. */
export function MonthPage(): ReactElement {
  const me = useMe();
  const { commune: code } = useAddressParams();
  const commune = communeOf(me, code);
  if (commune === undefined || code === undefined) return <NotFound />;
  return <CommuneMonth communeId={commune.id} communeCode={code} />;
}

function CommuneMonth(props: { communeId: Month['communeId']; communeCode: string }): ReactElement {
  const dataDate = askedDate(useSearchParams());
  const answer = useQuestion(showCommuneMonth, {
    communeId: props.communeId,
    ...(dataDate === undefined ? {} : { dataDate }),
  });
  const month = answer.data;
  useTitle(
    month === undefined || month.dataDate === null
      ? 'Tháng này'
      : `${month.communeName}, tháng ${formatMonth(month.dataDate)}`,
  );
  return (
    <Page tools={<Tools communeCode={props.communeCode} month={month} />}>
      <div className={answer.isStale ? 'is-stale' : undefined} aria-busy={answer.isStale}>
        <Show answer={answer} rows={14}>
          {(data) => <MonthBody month={data} communeCode={props.communeCode} />}
        </Show>
      </div>
    </Page>
  );
}

function Tools({ communeCode, month }: { communeCode: string; month: Month | undefined }): ReactElement {
  const me = useMe();
  const dataDate = month?.dataDate ?? undefined;
  return (
    <>
      <CommuneSwitcher
        communes={me.communes.map((commune) => ({ id: commune.code ?? commune.id, name: commune.name }))}
        currentId={communeCode}
        {...(actsForOffice(me) ? { all: { name: 'Cả phòng giao dịch', href: paths.office(dataDate) } } : {})}
        hrefOf={(code) => paths.commune(code, dataDate)}
      />
      {month === undefined || month.dataDate === null ? null : (
        <DateSwitcher
          dates={month.dataDates}
          current={month.dataDate}
          comparedDate={month.comparedDate}
          hrefOf={(date) => paths.commune(communeCode, date)}
        />
      )}
    </>
  );
}

function MonthBody({ month, communeCode }: { month: Month; communeCode: string }): ReactElement {
  if (month.dataDate === null)
    return (
      <>
        <PageHead title={month.communeName} />
        <PolicyNews communeId={month.communeId} />
        <MyWork communeId={month.communeId} />
        <EmptyState>
          Chưa có số liệu nào được ghi vào sổ. Khi cán bộ tín dụng nhập tệp cuối tháng của ngân hàng, tháng
          của {communeParts(month.communeName).kind} hiện ở đây.
        </EmptyState>
      </>
    );
  const { now, dataDate } = month;
  if (now === null)
    return (
      <MissingMonth month={month} dataDate={dataDate} communeCode={communeCode}>
        <PolicyNews communeId={month.communeId} />
        <MyWork communeId={month.communeId} />
      </MissingMonth>
    );
  return <FullMonth month={{ ...month, dataDate, now }} communeCode={communeCode} />;
}

function FullMonth({ month, communeCode }: { month: MonthWithFigures; communeCode: string }): ReactElement {
  const today = month.staleness === null ? undefined : addDays(month.dataDate, month.staleness.ageDays);
  return (
    <>
      <PageHead
        title={`${nameOf(month)}, tháng ${formatMonth(month.dataDate)}`}
        actions={
          today === undefined ? undefined : (
            <NextSession {...{ communeCode, today }} communeId={month.communeId} />
          )
        }
      >
        {today === undefined ? '' : `Hôm nay ${formatWeekdayDate(today)}. `}
        Số dư theo ngân hàng đến ngày {formatDate(month.dataDate)}
        <ComparedOnPaper comparedDate={month.comparedDate} />.{' '}
        {month.staleness?.isStale && today !== undefined ? (
          <StaleNote dataDate={month.dataDate} today={today} />
        ) : null}
      </PageHead>
      <MyBriefings communeId={month.communeId} />
      <PolicyNews communeId={month.communeId} />
      <MyWork communeId={month.communeId} />
      <NewerElsewhere month={month} communeCode={communeCode} />
      <MonthFigures month={month} communeCode={communeCode} />
      <MonthSections month={month} communeCode={communeCode} />
      <SourceOf
        source={month.source}
        officeName={month.officeName}
        note={`Tuổi nợ tính từ ngày đến hạn hiệu lực đến ${formatDate(month.dataDate)}.`}
      />
    </>
  );
}

const SHOWN_ROWS = { lists: WATCHED_LISTS, perList: WATCHED_SHOWN, silent: SILENT_SHOWN };

/** The parts of the page, side by side in rows of about one height: no column ends long before the other. */
function MonthSections(props: SectionProps): ReactElement {
  const silent = <SilentSection {...props} />;
  const side = silentSide(rowCounts(props.month, SHOWN_ROWS));
  return (
    <div className="cols month">
      <div className="column month-watch">
        <WatchSection {...props} />
        {side === 'watch' ? silent : null}
      </div>
      <div className="column month-due">
        <ComingSessions {...props} />
        {side === 'due' ? silent : null}
      </div>
      <TrendSection {...props} />
      <AgeingSection {...props} />
      <HeatSection {...props} />
    </div>
  );
}

/** The commune, and where only a part of it is seen, that this is a part. */
function nameOf(month: Month): string {
  const part = partOf(month);
  return part === undefined ? month.communeName : `${month.communeName}, ${withinSentence(part)}`;
}

const AHEAD_MONTHS = 3;

function NextSession({
  communeId,
  communeCode,
  today,
}: {
  communeId: Month['communeId'];
  communeCode: string;
  today: NonNullable<Month['dataDate']>;
}): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(
    listSessions,
    { communeId, from: today, to: addMonths(today, AHEAD_MONTHS) },
    { enabled: may(me, listSessions) },
  );
  const own = useQuestion(listMyBriefings, { communeId }, { enabled: may(me, listMyBriefings) });
  // On the day itself people look for the meeting, not for the list of all.
  const ofToday = own.data && metToday(own.data.briefings, own.data.today);
  const next = data?.sessions
    .filter((session) => session.heldOn !== null && session.heldOn >= today)
    .sort((a, b) => String(a.heldOn).localeCompare(String(b.heldOn)))[0];
  if (next === undefined || next.heldOn === null) return null;
  const hours =
    next.startsAt === null ? '' : `, ${next.startsAt}${next.endsAt === null ? '' : `–${next.endsAt}`}`;
  return (
    <div className="next">
      <dl>
        <dt>Phiên giao dịch kế tiếp{soon(today, next.heldOn)}</dt>
        <dd>
          {formatWeekdayDate(next.heldOn)}
          {hours}
        </dd>
      </dl>
      {may(me, listBriefings) ? (
        <AppLink
          className="btn go no-print"
          href={
            ofToday === undefined
              ? paths.briefings(communeCode)
              : paths.briefing(communeCode, ofToday.briefingId)
          }
        >
          Mở giao ban
        </AppLink>
      ) : null}
    </div>
  );
}

function soon(today: NonNullable<Month['dataDate']>, heldOn: NonNullable<Month['dataDate']>): string {
  if (heldOn === today) return ', hôm nay';
  return heldOn === addDays(today, 1) ? ', ngày mai' : '';
}
