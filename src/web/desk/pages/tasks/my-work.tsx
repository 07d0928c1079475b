import type { ReactElement } from 'react';
import { listMyTasks, listTasksOfCommune } from '../../../../modules/governance/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type Me, may, useMe } from '../../session.tsx';
import { TaskList } from './task-list.tsx';
import { UnsentElsewhere, useUnsentElsewhere } from './unsent-reports.tsx';

const SHOWN = 5;

/**
 * What is asked of the person, first on the page they begin with: the most urgent tasks, each with one step to answer, and what
 * waits for their judgement, and what of their reports waits for the network. Nothing asked, nothing shown.
 */
export function MyWork(): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(listMyTasks, { state: 'open' }, { enabled: may(me, listMyTasks) });
  const waiting = useWaiting(me);
  const shown = data?.tasks.slice(0, SHOWN) ?? [];
  const elsewhere = useUnsentElsewhere(shown);
  if (data === undefined || (data.open === 0 && waiting === 0 && elsewhere.length === 0)) return null;
  return (
    <div className="my-work">
      <Section
        title="Việc của tôi"
        note={workNote(data)}
        actions={
          <AppLink className="twin" href={paths.tasks()}>
            {waiting === 0 ? 'Tất cả việc' : `${formatInteger(waiting)} báo cáo chờ nhận kết quả`}
          </AppLink>
        }
      >
        <TaskList tasks={shown} today={data.today} step="Trả lời" />
        <UnsentElsewhere reports={elsewhere} />
      </Section>
    </div>
  );
}

/** `5 việc, 2 trễ hạn`. */
export function workNote({ open, late }: { readonly open: number; readonly late: number }): string {
  if (open === 0) return 'không còn việc nào chờ trả lời';
  return `${formatInteger(open)} việc${late === 0 ? '' : `, ${formatInteger(late)} trễ hạn`}`;
}

/** How many reports of the person's one commune wait to be accepted; an officer of several looks at each commune's page. */
function useWaiting(me: Me): number {
  const only = me.communes.length === 1 ? me.communes[0] : undefined;
  const { data } = useQuestion(
    listTasksOfCommune,
    { communeId: only?.id ?? ('' as never), state: 'waiting' },
    { enabled: only !== undefined && may(me, listTasksOfCommune) },
  );
  return data?.total ?? 0;
}
