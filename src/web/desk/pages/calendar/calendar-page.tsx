import { type ReactElement, useState } from 'react';
import {
  addMonths,
  type BusinessDate,
  formatDate,
  formatWeekdayDate,
  monthStart,
} from '../../../../kernel/dates.ts';
import {
  createFeed,
  listFeeds,
  listPoints,
  listSessions,
  recordNotice,
  revokeFeed,
  withdrawNotice,
} from '../../../../modules/sessions/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { CommuneSwitcher } from '../../../shared/components/switchers.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { useServerDay } from '../../../shared/server-day.ts';
import { paths } from '../../paths.ts';
import { communeOf, type Me, may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { NoticeForm } from './notice-form.tsx';
import { PointForm } from './point-form.tsx';
import type { Session } from './session.ts';

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
        <CommuneCalendar key={commune.id} communeId={commune.id} communeName={commune.name} />
      )}
    </Page>
  );
}

function CommuneCalendar({
  communeId,
  communeName,
}: {
  communeId: CommuneId;
  communeName: string;
}): ReactElement {
  const me = useMe();
  const known = useServerDay();
  // The first answer names the server's day; the question is then asked again from there.
  const [today, setToday] = useState<BusinessDate>();
  const from = monthStart(known ?? today ?? FIRST_DAY);
  const answer = useQuestion(listSessions, { communeId, from, to: addMonths(from, MONTHS_SHOWN) });
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
              {(data) => <Sessions communeId={communeId} sessions={data.sessions} today={data.today} />}
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

function Sessions(props: {
  communeId: CommuneId;
  sessions: readonly Session[];
  today: BusinessDate;
}): ReactElement {
  const me = useMe();
  const [moving, setMoving] = useState<string>();
  if (props.sessions.length === 0)
    return (
      <EmptyState>
        Xã chưa có điểm giao dịch nào trong sổ. Điểm đến từ tệp tổ trưởng, hoặc ghi ở bên cạnh.
      </EmptyState>
    );
  const canMove = may(me, recordNotice);
  return (
    <ul className="who-l sessions">
      {props.sessions.map((session) => {
        const key = `${session.point.id} ${session.regularOn}`;
        return (
          <li key={key} className={session.regularOn < props.today ? 'is-past' : undefined}>
            <div className="r">
              <b>
                {session.heldOn === null
                  ? formatWeekdayDate(session.regularOn)
                  : formatWeekdayDate(session.heldOn)}
              </b>
              <SessionState session={session} communeId={props.communeId} />
              {canMove && session.notice === null && session.regularOn >= props.today && moving !== key ? (
                <button type="button" className="link small no-print" onClick={() => setMoving(key)}>
                  Ghi thông báo dời, nghỉ
                </button>
              ) : null}
            </div>
            <span className="sub">
              {session.point.name}, {hours(session)}
              {session.lunar === '' ? '' : `, ${session.lunar}`}
              {session.isWeekend ? ', vẫn họp dù là cuối tuần' : ''}
            </span>
            {moving === key ? (
              <NoticeForm communeId={props.communeId} session={session} onDone={() => setMoving(undefined)} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function hours(session: Session): string {
  if (session.startsAt === null) return 'chưa có giờ';
  return session.endsAt === null ? session.startsAt : `${session.startsAt}–${session.endsAt}`;
}

function SessionState({
  session,
  communeId,
}: {
  session: Session;
  communeId: CommuneId;
}): ReactElement | null {
  const me = useMe();
  const withdraw = useCommand(withdrawNotice);
  const { notice } = session;
  if (notice === null) return null;
  return (
    <span>
      <Status tone="warn" icon="info">
        {session.heldOn === null ? 'Nghỉ' : `Dời từ ${formatDate(session.regularOn)}`}, {notice.reason},{' '}
        {notice.document}
      </Status>
      {may(me, withdrawNotice) ? (
        <button
          type="button"
          className="link small no-print"
          disabled={withdraw.isBusy}
          onClick={() => void withdraw.run({ communeId, noticeId: notice.id })}
        >
          Thu hồi
        </button>
      ) : null}
    </span>
  );
}

function Points({ communeId }: { communeId: CommuneId }): ReactElement {
  const me = useMe();
  const answer = useQuestion(listPoints, { communeId });
  return (
    <Section title="Điểm giao dịch">
      <Show answer={answer} rows={2}>
        {({ points }) => (
          <ul className="who-l">
            {points.map((point) => (
              <li key={`${point.id} ${point.validFrom}`}>
                <div className="r">
                  <b>{point.name}</b>
                  <span>ngày {point.fixedDay} hằng tháng</span>
                </div>
                <span className="sub">
                  {point.place ?? 'chưa có địa điểm'}, {point.startsAt ?? 'chưa có giờ'}
                  {point.endsAt === null ? '' : `–${point.endsAt}`}. Từ {formatDate(point.validFrom)}
                  {point.validTo === null ? '' : ` đến ${formatDate(point.validTo)}`}
                  {point.source === 'bank' ? ', theo tệp ngân hàng' : ', cán bộ ghi'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Show>
      {may(me, recordNotice) ? <PointForm communeId={communeId} points={answer.data?.points ?? []} /> : null}
    </Section>
  );
}

function Feeds({ communeId }: { communeId: CommuneId }): ReactElement {
  const feeds = useQuestion(listFeeds, { communeId });
  const create = useCommand(createFeed);
  const revoke = useCommand(revokeFeed);
  const toast = useToast();
  const [made, setMade] = useState<string>();
  const make = async () => {
    const feed = await create.run({ communeId });
    if (feed !== undefined) setMade(new URL(feed.path, window.location.origin).href);
  };
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    toast({ text: 'Đã chép địa chỉ lịch.' });
  };
  return (
    <Section title="Thêm lịch vào điện thoại">
      <p className="small dim">
        Địa chỉ bí mật, không có tên hộ vay nào. Ai có địa chỉ đều xem được; thu hồi bất cứ lúc nào.
      </p>
      {made === undefined ? null : (
        <div className="notice good">
          <p>
            Địa chỉ chỉ hiện lần này: <b className="address">{made}</b>{' '}
            <button type="button" className="link" onClick={() => void copy(made)}>
              Chép
            </button>
          </p>
        </div>
      )}
      <Show answer={feeds} rows={1}>
        {(data) => (
          <ul className="who-l">
            {data.feeds.map((feed) => (
              <li key={feed.id}>
                <div className="r">
                  <span>Tạo {formatMoment(feed.createdAt)}</span>
                  <button
                    type="button"
                    className="link"
                    disabled={revoke.isBusy}
                    onClick={() => void revoke.run({ communeId, feedId: feed.id })}
                  >
                    Thu hồi
                  </button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Show>
      <Refused error={create.error ?? revoke.error} />
      <button type="button" className="btn sm" disabled={create.isBusy} onClick={() => void make()}>
        Tạo địa chỉ lịch
      </button>
    </Section>
  );
}
