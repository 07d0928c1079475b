import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { showOversight } from '../../../../modules/governance/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { codeOfCommune, type Me, may, useMe } from '../../session.tsx';
import { TaskCount } from './task-count.tsx';
import { TaskList } from './task-list.tsx';
import { TASK_MEASURES } from './task-measures.ts';

/** What waits for bank and chair in their communes. */
export type Overseen = OutputOf<typeof showOversight>;

type CommuneId = Me['communes'][number]['id'];
type CountsOfCommune = Overseen['communes'][number];

/** What waits for the person in a commune, without one in all of theirs; undefined while nothing does or none of it is theirs. */
export function useOverseen(communeId: CommuneId | undefined): Overseen | undefined {
  const me = useMe();
  const { data } = useQuestion(showOversight, { communeId }, { enabled: may(me, showOversight) });
  return data === undefined || data.communes.length === 0 ? undefined : data;
}

/** Reports that wait and tasks that are late: of one commune the longest late by name, of several each with its counts [GV127]. */
export function Oversight({
  overseen,
  isOfOne,
}: {
  readonly overseen: Overseen;
  readonly isOfOne: boolean;
}): ReactElement | null {
  const [first] = overseen.communes;
  if (first === undefined) return null;
  return isOfOne ? (
    <OfOneCommune overseen={overseen} communeId={first.communeId} />
  ) : (
    <ByCommune communes={overseen.communes} />
  );
}

function OfOneCommune({ overseen, communeId }: { overseen: Overseen; communeId: CommuneId }): ReactElement {
  const me = useMe();
  const { today, waiting, late, latest } = overseen;
  const hrefOf = (measure: 'waiting' | 'late') =>
    paths.tasks({ xa: codeOfCommune(me, communeId), loc: TASK_MEASURES[measure].loc });
  return (
    <>
      {waiting === 0 ? null : (
        <h3 className="oversight">
          <Icon name="clock" />
          <AppLink href={hrefOf('waiting')}>{formatInteger(waiting)} báo cáo chờ nhận kết quả</AppLink>
        </h3>
      )}
      {late === 0 ? null : (
        <>
          <h3 className="oversight">
            <Icon name="flag" />
            Chỉ đạo trễ hạn
            <AppLink className="twin push" href={hrefOf('late')}>
              {late === 1 ? 'Xem việc trễ hạn' : `Xem cả ${formatInteger(late)} việc trễ hạn`}
            </AppLink>
          </h3>
          {latest.length === 0 ? null : <TaskList tasks={latest} today={today} hasOwner step="Xử lý" />}
        </>
      )}
    </>
  );
}

/** As many communes as a first page shows before somebody asks for the others. */
const SHOWN = 5;

function ByCommune({ communes }: { communes: readonly CountsOfCommune[] }): ReactElement {
  const me = useMe();
  const [isWhole, setWhole] = useState(false);
  const nameOf = ({ communeId }: CountsOfCommune) =>
    me.communes.find(({ id }) => id === communeId)?.name ?? '';
  const hrefOf = ({ communeId }: CountsOfCommune, loc?: string) =>
    paths.tasks({ xa: codeOfCommune(me, communeId), loc });
  const countOf = (measure: 'waiting' | 'late'): Column<CountsOfCommune> => ({
    key: measure,
    heading: TASK_MEASURES[measure].heading,
    numeric: true,
    cell: (row) => (
      <TaskCount
        of={row[measure]}
        isLate={measure === 'late'}
        href={hrefOf(row, TASK_MEASURES[measure].loc)}
      />
    ),
  });
  return (
    <div className="oversight-table">
      <DataTable
        caption="Báo cáo chờ nhận kết quả và việc trễ hạn theo xã"
        columns={[
          {
            key: 'commune',
            heading: 'Việc đã giao ở xã',
            cell: (row) => <AppLink href={hrefOf(row)}>{nameOf(row)}</AppLink>,
          },
          countOf('waiting'),
          countOf('late'),
        ]}
        rows={isWhole ? communes : communes.slice(0, SHOWN)}
        rowKey={({ communeId }) => communeId}
        abreast={3}
      />
      {isWhole || communes.length <= SHOWN ? null : (
        <button type="button" className="twin no-print" onClick={() => setWhole(true)}>
          Hiện cả {formatInteger(communes.length)} xã có việc chờ
        </button>
      )}
    </div>
  );
}
