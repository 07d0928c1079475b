import { type FormEvent, type ReactElement, useState } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { addAssignment, endAssignment } from '../../../../modules/identity/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Chip } from '../../../shared/components/status.tsx';
import { useServerDay } from '../../../shared/server-day.ts';
import { AccessSection } from './access-section.tsx';
import { AssignmentFields, assignmentInput, NO_ASSIGNMENT } from './assignment-fields.tsx';
import { BesideOtherButton } from './beside-other.tsx';
import type { User } from './user.ts';

/** One person: offices held, another office, lock and unlock, a new password link. */
export function UserDrawer({
  user,
  onClose,
}: {
  readonly user: User;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <Dialog isDrawer title={user.fullName} onClose={onClose}>
      <h3>Chức vụ</h3>
      <ul className="who-l">
        {user.assignments.map((held) => (
          <Held key={held.id} user={user} held={held} />
        ))}
      </ul>
      <AddAssignment user={user} />
      <AccessSection user={user} />
    </Dialog>
  );
}

function Held({ user, held }: { user: User; held: User['assignments'][number] }): ReactElement {
  const [isEnding, setEnding] = useState(false);
  const [lastDay, setLastDay] = useState<BusinessDate>();
  const command = useCommand(endAssignment);
  const today = useServerDay();
  // An office that is over is history: it is given anew, not lengthened.
  const canEnd = held.validTo === null || (today !== undefined && held.validTo >= today);
  const end = async (isBesideOther?: true) => {
    if (lastDay === undefined) return;
    const ending = { userId: user.id, assignmentId: held.id, lastDay, isBesideOther };
    if ((await command.run(ending)) !== undefined) setEnding(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void end();
  };
  return (
    <li>
      <div className="r">
        <b>{held.roleTitle}</b>
        {held.isCurrent ? <Chip tone="info">đang giữ</Chip> : null}
        {today !== undefined && held.validFrom > today ? <Chip tone="dim">chưa đến ngày</Chip> : null}
      </div>
      <span className="sub">
        {held.place === '' ? '' : `${held.place}, `}từ {formatDate(held.validFrom)}
        {held.validTo === null ? '' : ` đến ${formatDate(held.validTo)}`}
        {held.decidedBy === null ? '' : `, ${held.decidedBy}`}
      </span>
      {canEnd && !isEnding ? (
        <button type="button" className="link small" onClick={() => setEnding(true)}>
          {held.validTo === null ? 'Kết thúc' : 'Đổi ngày kết thúc'}
        </button>
      ) : null}
      {isEnding ? (
        <form className="form" onSubmit={submit}>
          <DateField label="Ngày cuối cùng giữ chức vụ" value={lastDay} onDate={setLastDay} />
          <Refused error={command.error} />
          <div className="form-acts">
            <button type="submit" className="btn go" disabled={lastDay === undefined || command.isBusy}>
              Kết thúc
            </button>
            <BesideOtherButton {...command} onConfirm={() => void end(true)} />
            <button type="button" className="btn" onClick={() => setEnding(false)}>
              Thôi
            </button>
          </div>
        </form>
      ) : null}
    </li>
  );
}

function AddAssignment({ user }: { user: User }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(NO_ASSIGNMENT);
  const command = useCommand(addAssignment);
  const given = assignmentInput(typed);
  const give = async (isBesideOther?: true) => {
    if (given === undefined) return;
    if ((await command.run({ ...given, userId: user.id, isBesideOther })) === undefined) return;
    setTyped(NO_ASSIGNMENT);
    setOpen(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give();
  };
  if (!isOpen)
    return (
      <p className="in-text">
        <button type="button" className="btn sm" onClick={() => setOpen(true)}>
          Giao thêm chức vụ
        </button>
      </p>
    );
  return (
    <form className="form form-apart" onSubmit={submit}>
      <AssignmentFields typed={typed} onChange={setTyped} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={given === undefined || command.isBusy}>
          Giao chức vụ
        </button>
        <BesideOtherButton {...command} onConfirm={() => void give(true)} />
        <button type="button" className="btn" onClick={() => setOpen(false)}>
          Thôi
        </button>
      </div>
    </form>
  );
}
