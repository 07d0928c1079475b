import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { addUser } from '../../../../modules/identity/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { AssignmentFields, assignmentInput, NO_ASSIGNMENT } from './assignment-fields.tsx';
import { BesideOtherButton } from './beside-other.tsx';
import { OneTimeLink } from './one-time-link.tsx';

/** Adds a person with a first office; the answer is the link with which they set their password. */
export function AddUserForm(): ReactElement {
  const [typed, setTyped] = useState({ fullName: '', login: '', phone: '' });
  const [assignment, setAssignment] = useState(NO_ASSIGNMENT);
  const [link, setLink] = useState<OutputOf<typeof addUser>['link']>();
  const command = useCommand(addUser);
  const given = assignmentInput(assignment);
  const add = async (isBesideOther?: true) => {
    if (given === undefined) return;
    const phone = typed.phone.replace(/\s/g, '');
    const done = await command.run({
      ...typed,
      phone: phone === '' ? null : phone,
      assignment: { ...given, isBesideOther },
    });
    setLink(done?.link);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  if (link !== undefined) return <OneTimeLink link={link} who={typed.fullName} />;
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label="Họ và tên"
        value={typed.fullName}
        required
        onText={(fullName) => setTyped({ ...typed, fullName })}
      />
      <TextField
        label="Tên đăng nhập"
        hint="Số điện thoại hoặc một tên ngắn."
        value={typed.login}
        required
        onText={(login) => setTyped({ ...typed, login })}
      />
      <TextField
        label="Số điện thoại"
        value={typed.phone}
        inputMode="tel"
        onText={(phone) => setTyped({ ...typed, phone })}
      />
      <AssignmentFields typed={assignment} onChange={setAssignment} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || given === undefined}>
          Thêm người dùng
        </button>
        <BesideOtherButton {...command} onConfirm={() => void add(true)} />
      </div>
    </form>
  );
}
