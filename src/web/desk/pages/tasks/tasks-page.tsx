import type { ReactElement } from 'react';
import { formatDate, parseBusinessDate } from '../../../../kernel/dates.ts';
import { giveDirective, listMyTasks, listTasksOfCommune } from '../../../../modules/governance/contract.ts';
import { isOpen } from '../../../../modules/governance/domain/task.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages, useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { MoreRows } from '../../../shared/components/data-table.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { CommuneSwitcher } from '../../../shared/components/switchers.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { communeOf, type Me, may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { takeKeyboard } from '../../use-kept-form.ts';
import { MyBriefings } from '../briefing/my-briefings.tsx';
import { ActorsSection } from './actors-section.tsx';
import { OrderForm, useOrderForm } from './order-form.tsx';
import { OtherOffices } from './other-offices.tsx';
import { TaskList } from './task-list.tsx';
import { measureOf, TASK_MEASURES } from './task-measures.ts';
import { UnsentElsewhere, useUnsentElsewhere } from './unsent-reports.tsx';
import { workNote } from './work-note.ts';

type Commune = Me['communes'][number];

/** Work: what is asked of the person, what waits for their judgement, what was ordered and what came of it. */
export function TasksPage(): ReactElement {
  const me = useMe();
  const { xa, loc } = useSearchParams();
  const commune = communeOf(me, xa) ?? me.communes[0];
  const oversees = may(me, listTasksOfCommune);
  useTitle('Việc được giao');
  return (
    <Page
      tools={
        oversees ? (
          <CommuneSwitcher
            communes={me.communes.map((place) => ({ id: place.code ?? place.id, name: place.name }))}
            currentId={commune?.code ?? commune?.id}
            hrefOf={(code) => paths.tasks({ xa: code })}
          />
        ) : undefined
      }
    >
      {commune === undefined ? (
        <EmptyState>Chức vụ này chưa được giao xã nào.</EmptyState>
      ) : oversees && loc !== undefined ? (
        <FilteredTasks commune={commune} />
      ) : (
        <Work key={commune.id} commune={commune} oversees={oversees} />
      )}
    </Page>
  );
}

function Work({ commune, oversees }: { commune: Commune; oversees: boolean }): ReactElement {
  const me = useMe();
  const ordering = useOrderForm(commune);
  const canOrder = may(me, giveDirective);
  const answer = useQuestion(listMyTasks, { state: 'open' });
  const elsewhere = useUnsentElsewhere(answer.data?.tasks ?? []);
  return (
    <>
      <PageHead
        title={oversees ? `Việc được giao, ${commune.name}` : 'Việc được giao'}
        actions={
          canOrder && !ordering.isOpen ? (
            <button
              type="button"
              className="btn go no-print"
              ref={ordering.moved === 'closed' ? takeKeyboard : undefined}
              onClick={() => ordering.open()}
            >
              {me.acting.role === 'communeChair' ? 'Ra chỉ đạo' : 'Ghi nghị quyết'}
            </button>
          ) : undefined
        }
      >
        Mỗi việc có người nhận, hạn và kết quả. Trả lời bằng một báo cáo, kèm ảnh nếu có.
      </PageHead>
      <MyBriefings communeId={oversees ? commune.id : undefined} />
      <div className="stack">
        {canOrder && ordering.isOpen ? <OrderForm commune={commune} form={ordering} /> : null}
        <Show answer={answer} rows={5}>
          {(mine) => (
            <Section title="Việc của tôi" {...(mine.open === 0 ? {} : { note: workNote(mine) })}>
              <OtherOffices besides={mine.besides} />
              {mine.tasks.length === 0 ? (
                <EmptyState>Hiện không có việc nào chờ anh/chị trả lời.</EmptyState>
              ) : (
                <TaskList tasks={mine.tasks} today={mine.today} step="Trả lời" />
              )}
              <UnsentElsewhere reports={elsewhere} />
              {mine.next === null ? null : (
                <p className="small dim">
                  Đang hiện {mine.tasks.length} việc đến hạn trước; trả lời rồi việc sau hiện tiếp.
                </p>
              )}
            </Section>
          )}
        </Show>
        {oversees ? <Waiting commune={commune} /> : <Answered />}
        {oversees ? <ActorsSection commune={commune} /> : null}
      </div>
    </>
  );
}

/** Reports that wait for somebody to take them or give them back. */
function Waiting({ commune }: { commune: Commune }): ReactElement | null {
  const { data } = useQuestion(listTasksOfCommune, { communeId: commune.id, state: 'waiting' });
  if (data === undefined || data.tasks.length === 0) return null;
  return (
    <Section title="Chờ nhận kết quả" note={`${formatInteger(data.total)} báo cáo`}>
      <TaskList tasks={data.tasks} today={data.today} hasOwner step="Xem báo cáo" />
      {data.next === null ? null : (
        <AppLink
          className="twin"
          href={paths.tasks({ xa: commune.code ?? commune.id, loc: TASK_MEASURES.waiting.loc })}
        >
          Xem cả {formatInteger(data.total)} báo cáo chờ nhận
        </AppLink>
      )}
    </Section>
  );
}

/** What the person has answered already. */
function Answered(): ReactElement | null {
  const { data } = useQuestion(listMyTasks, { state: 'all' });
  const over = data?.tasks.filter(({ state }) => !isOpen(state));
  if (data === undefined || over === undefined || over.length === 0) return null;
  return (
    <Section title="Đã trả lời">
      <TaskList tasks={over.toReversed()} today={data.today} />
    </Section>
  );
}

/** The list behind a number: of one actor or of all. */
function FilteredTasks({ commune }: { commune: Commune }): ReactElement {
  const { loc, cua, ten, tu } = useSearchParams();
  const countedSince = parseBusinessDate(tu ?? '');
  const measure = measureOf(loc) ?? 'given';
  const words = TASK_MEASURES[measure].title;
  const pages = usePages(
    listTasksOfCommune,
    {
      communeId: commune.id,
      state: measure === 'given' ? 'all' : measure,
      ...(cua === undefined ? {} : { ownerSeat: cua }),
      ...(ten === undefined ? {} : { ownerName: ten }),
      ...(countedSince === undefined ? {} : { countedSince }),
    },
    { nextOf: (page) => page.next, cursorName: 'cursor' },
  );
  const tasks = pages.pages.flatMap((page) => page.tasks);
  const [first] = tasks;
  const whose =
    cua === undefined && ten === undefined ? commune.name : (ten ?? first?.ownerName ?? commune.name);
  const [page] = pages.pages;
  return (
    <>
      <PageHead title={`${words}, ${whose}`}>
        <AppLink href={paths.tasks({ xa: commune.code ?? commune.id })}>Việc được giao</AppLink> /{' '}
        {commune.name}
        {countedSince === undefined ? null : (
          <>
            . Giao từ {formatDate(countedSince)} hoặc còn chờ trả lời, chờ nhận; không kể việc đã chuyển, đã
            hủy.{' '}
            <AppLink href={paths.tasks({ xa: commune.code ?? commune.id, loc, cua, ten })}>
              Xem cả việc khác
            </AppLink>
          </>
        )}
      </PageHead>
      <div className="stack">
        <Section title="Việc" note={page === undefined ? undefined : formatInteger(page.total)}>
          {pages.error ? <ErrorState failure={failureOf(pages.error)} onRetry={pages.again} /> : null}
          {pages.isLoading ? <LoadingRows rows={6} /> : null}
          {page !== undefined && tasks.length === 0 ? (
            <EmptyState>Không có việc nào như vậy.</EmptyState>
          ) : null}
          {page === undefined || tasks.length === 0 ? null : (
            <>
              <TaskList tasks={tasks} today={page.today} hasOwner />
              <MoreRows
                shown={tasks.length}
                total={page.total}
                noun="việc"
                isBusy={pages.isLoadingMore}
                onMore={pages.more}
              />
            </>
          )}
        </Section>
      </div>
    </>
  );
}
