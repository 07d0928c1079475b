import { type ReactElement, useState } from 'react';
import { addDays, addMonths, type BusinessDate, monthStart } from '../../../../kernel/dates.ts';
import { listFeeds, listSessions } from '../../../../modules/sessions/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { CommuneSwitcher } from '../../../shared/components/switchers.tsx';
import { useServerDay } from '../../../shared/server-day.ts';
import { paths } from '../../paths.ts';
import { communeOf, type Me, may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { Feeds } from './feeds-section.tsx';
import { Points } from './points-section.tsx';
import { Sessions } from './sessions-list.tsx';

type CommuneId = Me['communes'][number]['id'];

const MONTHS_SHOWN = 12;
/** Where the server's day is not known to the page yet, the calendar begins with the first of the new order of communes. */
const FIRST_DAY = '2025-07-01' as BusinessDate;

/** The calendar of sessions of a commune: kept on weekends and holidays, moved only by a recorded notice. */
export function CalendarPage(): ReactElement {
  const me = useMe();
  const { xa } = useSearchParams();
  const commune = communeOf(me, xa) ?? me.communes[0];
  useTitle(commune === undefined ? 'Lịch phiên' : `Lịch phiên ${commune.name}`);
  return (
    <Page
      tools={
        <CommuneSwitcher
          communes={me.communes.map((place) => ({ id: place.code ?? place.id, name: place.name }))}
          currentId={commune?.code ?? commune?.id}
          hrefOf={(code) => paths.calendar(code)}
        />
      }
    >
      {commune === undefined ? (
        <EmptyState>Chức vụ này chưa được giao xã nào.</EmptyState>
      ) : (
        <CommuneCalendar
          key={commune.id}
          communeId={commune.id}
          communeCode={commune.code ?? commune.id}
          communeName={commune.name}
        />
      )}
    </Page>
  );
}

function CommuneCalendar({
  communeId,
  communeCode,
  communeName,
}: {
  communeId: CommuneId;
  communeCode: string;
  communeName: string;
}): ReactElement {
  const me = useMe();
  const known = useServerDay();
  // The first answer names the server's day; the question is then asked again from there.
  const [today, setToday] = useState<BusinessDate>();
  const from = monthStart(known ?? today ?? FIRST_DAY);
  const answer = useQuestion(listSessions, {
    communeId,
    from,
    to: addDays(addMonths(from, MONTHS_SHOWN), -1),
  });
  if (answer.data !== undefined && known === undefined && today === undefined) setToday(answer.data.today);
  return (
    <>
      <PageHead title={`Lịch phiên giao dịch, ${communeName}`}>
        Phiên họp đúng ngày cố định, kể cả Thứ Bảy, Chủ Nhật, ngày lễ; chỉ dời khi có thông báo được ghi ở
        đây.
      </PageHead>
      <div className="cols cols-376">
        <div className="column">
          <Section title="12 tháng tới">
            <Show answer={answer} rows={12}>
              {(data) => (
                <Sessions {...{ communeId, communeCode }} sessions={data.sessions} today={data.today} />
              )}
            </Show>
          </Section>
        </div>
        <div className="column">
          <Points communeId={communeId} />
          {may(me, listFeeds) ? <Feeds communeId={communeId} /> : null}
        </div>
      </div>
    </>
  );
}
