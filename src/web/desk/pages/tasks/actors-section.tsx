import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { showTaskOverview } from '../../../../modules/governance/contract.ts';
import { NOBODY } from '../../../../modules/governance/domain/seats.ts';
import type { TaskMeasure } from '../../../../modules/governance/domain/task.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatInteger, formatMoment } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useDemo } from '../../reference.ts';
import type { Me } from '../../session.tsx';
import { SumRow } from '../lists/sum-row.tsx';
import type { Overview } from './task.ts';
import { TaskCount } from './task-count.tsx';
import { MEASURES, TASK_MEASURES } from './task-measures.ts';

type Actor = Overview['actors'][number];

/** What was ordered and what came of it, by actor [GV38]; every number opens its list. */
export function ActorsSection({ commune }: { readonly commune: Me['communes'][number] }): ReactElement {
  const answer = useQuestion(showTaskOverview, { communeId: commune.id });
  const since = answer.data?.since;
  return (
    <Section
      title="Theo người nhận việc"
      note={since == null ? undefined : `giao từ ${formatDate(since)} hoặc còn chờ`}
      actions={
        <AppLink className="twin" href={paths.directives({ xa: commune.code ?? commune.id })}>
          Xem theo chỉ đạo
        </AppLink>
      }
    >
      <Show answer={answer} rows={5}>
        {(overview) =>
          overview.actors.length === 0 ? (
            <EmptyState>
              Chưa giao việc nào. Kết luận của buổi giao ban thành việc khi buổi họp kết thúc; Chủ tịch UBND
              ra chỉ đạo ở nút phía trên.
            </EmptyState>
          ) : (
            <>
              <ActorsTable overview={overview} communeCode={commune.code ?? commune.id} />
              <ReminderNote overview={overview} communeCode={commune.code ?? commune.id} />
            </>
          )
        }
      </Show>
    </Section>
  );
}

/** Whom reminders do not reach by mail [GV70]; where addresses are written. */
function ReminderNote({
  overview: { hasMail, actors },
  communeCode,
}: {
  overview: Overview;
  communeCode: string;
}): ReactElement {
  const demo = useDemo();
  const without = actors.filter((actor) => isUnmailed(actor)).length;
  if (!hasMail)
    return (
      <p className="small dim">
        {demo?.isDemo === true ? 'Dữ liệu mẫu không gửi thư' : 'Chưa cài máy chủ thư'}: nhắc việc chỉ hiện ở
        trang Việc được giao.
      </p>
    );
  if (without === 0)
    return <p className="small dim">Nhắc việc được gửi qua thư, mỗi ngày nhiều nhất một thư.</p>;
  return (
    <p className="small dim in-text">
      {formatInteger(without)} nơi nhận việc chưa có địa chỉ thư, nhắc việc chỉ hiện ở trang Việc được giao.
      Ghi địa chỉ ở trang Giấy mời của buổi giao ban đang chuẩn bị; chưa có buổi nào thì chuẩn bị buổi tới ở{' '}
      <AppLink href={paths.briefings(communeCode)}>trang Giao ban</AppLink>.
    </p>
  );
}

/** An office that somebody holds and to which no mail goes. */
function isUnmailed({ seat, isMailed, isVacant }: Actor): boolean {
  return seat !== null && !isMailed && !isVacant;
}

/** Why the last reminder has not gone by mail, and when it goes [GV225]. */
export function notGoneWords({ toName, problem, nextAt }: NonNullable<Actor['reminder']>): string {
  if (nextAt === null) return `thư nhắc ${toName} không gửi: ${problem}`;
  const then = formatMoment(nextAt);
  return problem === null
    ? `thư nhắc ${toName} sẽ gửi từ ${then}`
    : `thư nhắc ${toName} chưa gửi được: ${problem}; gửi lại lúc ${then}`;
}

/** The table of the actors; the totals below open the lists of the whole commune. */
export function ActorsTable({
  overview,
  communeCode,
}: {
  overview: Overview;
  communeCode: string;
}): ReactElement {
  const { hasMail } = overview;
  const tu = overview.since ?? undefined;
  const hrefOfAll = (measure: TaskMeasure) =>
    paths.tasks({ xa: communeCode, loc: TASK_MEASURES[measure].loc, tu });
  const hrefOf = (actor: Actor, measure: TaskMeasure) =>
    paths.tasks({
      xa: communeCode,
      loc: TASK_MEASURES[measure].loc,
      cua: actor.seat ?? undefined,
      ten: actor.seat === null ? actor.name : undefined,
      tu,
    });
  const columns: readonly Column<Actor>[] = [
    {
      key: 'name',
      heading: 'Người nhận',
      cell: (actor) => (
        <>
          <AppLink href={hrefOf(actor, 'given')}>{actor.name}</AppLink>
          {actor.lateSince === null ? null : (
            <span className="sub">việc trễ lâu nhất: hạn {formatDate(actor.lateSince)}</span>
          )}
          {actor.isVacant ? <span className="sub">{NOBODY}, không nhắc được ai</span> : null}
          {hasMail && isUnmailed(actor) ? <span className="sub">chưa có địa chỉ thư</span> : null}
          {actor.reminder === null ? null : <span className="sub">{notGoneWords(actor.reminder)}</span>}
        </>
      ),
    },
    ...MEASURES.map((measure) => ({
      key: measure,
      heading: TASK_MEASURES[measure].heading,
      numeric: true,
      cell: (actor: Actor) => (
        <TaskCount of={actor[measure]} isLate={measure === 'late'} href={hrefOf(actor, measure)} />
      ),
    })),
  ];
  return (
    <DataTable
      caption="Việc đã giao, đã xong, chờ nhận, trả lại, trễ hạn theo người nhận"
      columns={columns}
      rows={overview.actors}
      rowKey={(actor) => actor.seat ?? actor.name}
      abreast={5}
      foot={
        <SumRow
          label="Cộng"
          columns={columns}
          sums={Object.fromEntries(
            MEASURES.map((measure) => [
              measure,
              <TaskCount
                key={measure}
                of={overview.total[measure]}
                isLate={measure === 'late'}
                href={hrefOfAll(measure)}
              />,
            ]),
          )}
        />
      }
    />
  );
}
