import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { officeText } from '../../../../kernel/role.ts';
import type { listMyTasks } from '../../../../modules/governance/contract.ts';
import { switchAssignment } from '../../../../modules/identity/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useMe } from '../../session.tsx';
import { workNote } from './work-note.ts';

/** What waits for the person under another office of theirs, each with the step to that office [GV252]; nothing where nothing does. */
export function OtherOffices(props: {
  readonly besides: OutputOf<typeof listMyTasks>['besides'];
}): ReactElement | null {
  const me = useMe();
  const choose = useCommand(switchAssignment);
  const { go } = useNavigation();
  const waiting = props.besides.flatMap((one) => {
    const held = me.assignments.find(({ id }) => id === one.assignmentId);
    return held === undefined ? [] : [{ ...one, office: officeText(held.role, held.place) }];
  });
  const change = async (assignmentId: (typeof waiting)[number]['assignmentId']) => {
    if ((await choose.run({ assignmentId })) !== undefined) go(paths.tasks());
  };
  if (waiting.length === 0) return null;
  return (
    <>
      {waiting.map(({ assignmentId, office, ...work }) => (
        <p key={assignmentId} className="in-text">
          Với chức vụ {office}: {workNote(work)}.{' '}
          <button
            type="button"
            className="link no-print"
            disabled={choose.isBusy}
            aria-label={`Đổi sang chức vụ này: ${office}`}
            onClick={() => void change(assignmentId)}
          >
            Đổi sang chức vụ này
          </button>
        </p>
      ))}
      <Refused error={choose.error} />
    </>
  );
}
