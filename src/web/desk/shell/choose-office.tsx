import type { ReactElement } from 'react';
import { signOut, switchAssignment } from '../../../modules/identity/contract.ts';
import { useCommand } from '../../shared/api/query.ts';
import { Refused } from '../../shared/api/show.tsx';
import { BrandSign } from '../../shared/components/icon.tsx';
import { EmptyState } from '../../shared/components/states.tsx';
import type { Assignment } from '../session.tsx';
import { useTitle } from '../use-address.ts';

/** A person with several offices says under which one they act; one without any is told whom to ask. */
export function ChooseOffice(props: {
  readonly fullName: string;
  readonly assignments: readonly Assignment[];
}): ReactElement {
  useTitle('Chọn chức vụ');
  const choose = useCommand(switchAssignment);
  const leave = useCommand(signOut);
  return (
    <main className="gate">
      <div className="gate-card">
        <div className="brand">
          <BrandSign />
          Giao Ban
        </div>
        <h1>{props.fullName}</h1>
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
        <p className="small">
          <button type="button" className="link" onClick={() => void leave.run({})}>
            Đăng xuất
          </button>
        </p>
      </div>
    </main>
  );
}
