import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import {
  listBriefings,
  listWaitingDifficulties,
  prepareBriefing,
} from '../../../../modules/governance/contract.ts';
import { usePages, useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { CommuneSwitcher } from '../../../shared/components/switchers.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { paths } from '../../paths.ts';
import { communeOf, type Me, may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { AgendaTemplateSection } from './agenda-template-section.tsx';
import { BriefingsTable } from './briefings-table.tsx';
import { awaitsWords, CarriedSince } from './carried-words.tsx';
import { DifficultyAbout } from './difficulty-about.tsx';
import { ofMatter } from './difficulty-subject.ts';
import { PassedBriefings } from './passed-briefings.tsx';
import { RaiseDifficulty } from './raise-difficulty.tsx';
import { usePrepare } from './use-prepare.tsx';

type Commune = Me['communes'][number];
type List = OutputOf<typeof listBriefings>;

/** The briefings of a commune: those to prepare, the one that is on, those closed, those that were not held. */
export function BriefingsPage(): ReactElement {
  const me = useMe();
  const { xa } = useSearchParams();
  const commune = communeOf(me, xa) ?? me.communes[0];
  useTitle(commune === undefined ? 'Giao ban' : `Giao ban ${commune.name}`);
  return (
    <Page
      tools={
        <CommuneSwitcher
          communes={me.communes.map((place) => ({ id: place.code ?? place.id, name: place.name }))}
          currentId={commune?.code ?? commune?.id}
          hrefOf={(code) => paths.briefings(code)}
        />
      }
    >
      {commune === undefined ? (
        <EmptyState>Chức vụ này chưa được giao xã nào.</EmptyState>
      ) : (
        <CommuneBriefings key={commune.id} commune={commune} />
      )}
    </Page>
  );
}

function CommuneBriefings({ commune }: { commune: Commune }): ReactElement {
  const pages = usePages(
    listBriefings,
    { communeId: commune.id },
    { nextOf: (page) => page.next, cursorName: 'cursor' },
  );
  const [first] = pages.pages;
  return (
    <>
      <PageHead
        title={`Giao ban, ${commune.name}`}
        actions={
          <span className="at-thumb">
            <RaiseDifficulty subject={ofMatter(commune.id)} />
          </span>
        }
      >
        Họp ngay tại phiên giao dịch. Hệ thống chuẩn bị chương trình, người dự và số liệu; kết luận của kỳ này
        mở đầu kỳ sau.
      </PageHead>
      <Show answer={{ ...pages, data: first, isStale: false }} rows={8}>
        {({ coming, passed, missed, today }) => (
          <div className="stack">
            <PassedBriefings {...{ passed, missed, commune, today }} />
            <Coming coming={coming} commune={commune} />
            <Waiting commune={commune} coming={coming} />
            <Section title="Các buổi giao ban">
              <BriefingsTable
                briefings={pages.pages.flatMap(({ briefings }) => briefings)}
                commune={commune}
                today={today}
              />
              {pages.more === undefined ? null : (
                <button
                  type="button"
                  className="btn no-print"
                  disabled={pages.isLoadingMore}
                  onClick={pages.more}
                >
                  Xem các buổi trước nữa
                </button>
              )}
            </Section>
            <AgendaTemplateSection />
          </div>
        )}
      </Show>
    </>
  );
}

function Coming({ coming, commune }: { coming: List['coming']; commune: Commune }): ReactElement | null {
  if (coming.length === 0) return null;
  return (
    <Section title="Phiên tới">
      <ul className="who-l">
        {coming.map((session) => (
          <ComingSession
            key={`${session.pointCode} ${session.regularOn}`}
            session={session}
            commune={commune}
          />
        ))}
      </ul>
    </Section>
  );
}

/** Difficulties raised beforehand: nobody should wonder whether theirs was heard. */
function Waiting({ commune, coming }: { commune: Commune; coming: List['coming'] }): ReactElement | null {
  const { data } = useQuestion(listWaitingDifficulties, { communeId: commune.id });
  if (data === undefined || data.difficulties.length === 0) return null;
  const isOfPoint = data.difficulties.some(({ awaits }) => awaits !== null);
  return (
    <Section
      title="Khó khăn đã nêu"
      note={`đưa vào chương trình khi buổi giao ban tới${isOfPoint ? ' của điểm' : ''} được chuẩn bị`}
    >
      <ol className="lines">
        {data.difficulties.map((difficulty) => (
          <li key={difficulty.difficultyId}>
            <span className="lines-text">
              <DifficultyAbout difficulty={difficulty} commune={commune} />
              {difficulty.text}
            </span>
            <span className="lines-meta">
              {difficulty.raisedByName}, {formatMoment(difficulty.raisedAt)}
              <CarriedSince difficulty={difficulty} communeCode={commune.code ?? commune.id} />
              {awaitsWords(difficulty, coming)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function ComingSession({
  session,
  commune,
}: {
  session: List['coming'][number];
  commune: Commune;
}): ReactElement {
  const me = useMe();
  const { prepare, isBusy, refused } = usePrepare(commune);
  return (
    <li>
      <div className="r">
        <b>{formatWeekdayDate(session.heldOn)}</b>
        <span>
          điểm {session.pointName}
          {session.startsAt === null ? '' : `, phiên từ ${session.startsAt}`}
        </span>
        {may(me, prepareBriefing) && session.canPrepare ? (
          <button
            type="button"
            className="btn sm no-print"
            disabled={isBusy}
            onClick={() => void prepare(session)}
          >
            Chuẩn bị giao ban
          </button>
        ) : (
          <span className="small dim">chuẩn bị được từ {formatDate(session.firstDay)}</span>
        )}
      </div>
      {refused}
    </li>
  );
}
