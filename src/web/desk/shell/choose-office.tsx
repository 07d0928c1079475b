import type { ReactElement } from 'react';
import { switchAssignment } from '../../../modules/identity/contract.ts';
import { useCommand } from '../../shared/api/query.ts';
import { Refused } from '../../shared/api/show.tsx';
import { EmptyState } from '../../shared/components/states.tsx';
import type { Assignment } from '../session.tsx';
import { GateCard } from './gate.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { useLeave } from './use-leave.ts';
import { WordsLeft } from './words-left.tsx';

/** A person with several offices says under which one they act; one without any is told whom to ask; both what of theirs no server has [GV186]. */
export function ChooseOffice(props: {
  readonly userId: string;
  readonly fullName: string;
  readonly assignments: readonly Assignment[];
}): ReactElement {
  const choose = useCommand(switchAssignment);
  const leave = useLeave('here', props.userId);
  return (
    <GateCard title={props.fullName}>
      {props.assignments.length === 0 ? (
        <EmptyState>
          Hôm nay chưa có chức vụ nào được giao cho tài khoản này. Nhờ quản trị giao chức vụ rồi tải lại
          trang.
        </EmptyState>
      ) : (
        <div className="form">
          <p className="dim">Chọn chức vụ để làm việc. Đổi lại được bất cứ lúc nào.</p>
          {props.assignments.map((held) => (
            <button
              key={held.id}
              type="button"
              className="btn btn-tall"
              disabled={choose.isBusy}
              onClick={() => void choose.run({ assignmentId: held.id })}
            >
              {held.roleTitle}
              {held.place === '' ? '' : `, ${held.place}`}
            </button>
          ))}
          <Refused error={choose.error} />
        </div>
      )}
      <WordsLeft userId={props.userId} hasOffice={props.assignments.length > 0} />
      <p className="small">
        <button type="button" className="link" disabled={leave.isBusy} onClick={leave.run}>
          Đăng xuất
        </button>
      </p>
      <LeaveQuestion leave={leave} />
    </GateCard>
  );
}
