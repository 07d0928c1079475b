import type { ReactElement } from 'react';
import { listMyTasks } from '../../../../modules/governance/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type Me, may, useMe } from '../../session.tsx';
import { OtherOffices } from './other-offices.tsx';
import { type Overseen, Oversight, useOverseen } from './oversight.tsx';
import { TaskList } from './task-list.tsx';
import { UnsentElsewhere, useUnsentElsewhere } from './unsent-reports.tsx';
import { workNote } from './work-note.ts';

const SHOWN = 5;

type Props = {
  /** The commune whose page it stands on; without one what waits is told of all of the person's. */
  readonly communeId?: Me['communes'][number]['id'];
};

/**
 * What is asked of the person, first on the page they begin with: the most urgent tasks, each with one step to answer, what
 * waits for their judgement or is late in their communes, and what of their reports waits for the network. Nothing asked, nothing
 * shown.
 */
export function MyWork({ communeId }: Props): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(listMyTasks, { state: 'open' }, { enabled: may(me, listMyTasks) });
  const [first, ...others] = me.communes;
  const only = communeId ?? (others.length === 0 ? first?.id : undefined);
  const overseen = useOverseen(only);
  const shown = data?.tasks.slice(0, SHOWN) ?? [];
  const elsewhere = useUnsentElsewhere(shown);
  const hasOwn = data !== undefined && (data.open > 0 || data.besides.length > 0);
  if (data === undefined || (!hasOwn && overseen === undefined && elsewhere.length === 0)) return null;
  return (
    <div className="my-work">
      <Section
        title="Việc của tôi"
        note={
          overseen === undefined || only !== undefined
            ? workNote(data)
            : `${workNote(data)}; ${overseenNote(overseen)}`
        }
        actions={
          <AppLink className="twin" href={paths.tasks()}>
            Tất cả việc
          </AppLink>
        }
      >
        <OtherOffices besides={data.besides} />
        {shown.length === 0 ? null : <TaskList tasks={shown} today={data.today} step="Trả lời" />}
        <UnsentElsewhere reports={elsewhere} />
        {overseen === undefined ? null : <Oversight overseen={overseen} isOfOne={only !== undefined} />}
      </Section>
    </div>
  );
}

/** `đã giao: 11 báo cáo chờ nhận, 4 việc trễ hạn`, of what others are to do in all communes. */
export function overseenNote({ waiting, late }: Pick<Overseen, 'waiting' | 'late'>): string {
  const parts = [
    waiting === 0 ? [] : `${formatInteger(waiting)} báo cáo chờ nhận`,
    late === 0 ? [] : `${formatInteger(late)} việc trễ hạn`,
  ];
  return `đã giao: ${parts.flat().join(', ')}`;
}
