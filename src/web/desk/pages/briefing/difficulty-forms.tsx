import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { giveDifficulty, listSeats, raiseDifficulty } from '../../../../modules/governance/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import type { Briefing, Within } from './briefing.ts';
import { type Owner, OwnerField } from './owner-field.tsx';

/** A difficulty about a matter, raised in the meeting. */
export function RaiseForm({ within, onDone }: { within: Within; onDone: () => void }): ReactElement {
  const [text, setText] = useState('');
  const [saidBy, setSaidBy] = useState('');
  const [difficultyId] = useState(() => crypto.randomUUID() as Id);
  const raise = useCommand(raiseDifficulty);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await raise.run({
      ...within,
      difficultyId,
      about: 'matter',
      householdId: null,
      personId: null,
      contractNo: null,
      groupCode: null,
      text,
      saidBy: saidBy.trim() === '' ? null : saidBy,
    });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Khó khăn"
        hint="Về một hộ: mở trang hộ rồi bấm “Nêu khó khăn”, tên hộ đi theo."
        value={text}
        required
        maxLength={1000}
        onText={setText}
      />
      <TextField label="Ai nêu" hint="Bỏ trống nếu là chính mình." value={saidBy} onText={setSaidBy} />
      <Refused error={raise.error} />
      <div className="form-acts">
        <button type="submit" className="btn go sm" disabled={raise.isBusy}>
          Nêu khó khăn
        </button>
        <button type="button" className="btn sm" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

type Answering = { difficulty: Briefing['difficulties'][number]; within: Within; onDone: () => void };

/** Who is to answer, and until when. */
export function GiveForm({ difficulty, within, onDone }: Answering): ReactElement {
  const { data } = useQuestion(listSeats, { communeId: within.communeId });
  const [owner, setOwner] = useState<Owner>({ ownerSeat: null, ownerName: null });
  const [dueOn, setDueOn] = useState<BusinessDate>();
  const command = useCommand(giveDifficulty);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (owner.ownerName === null || dueOn === undefined) return;
    const done = await command.run({
      communeId: within.communeId,
      difficultyId: difficulty.difficultyId,
      seat: owner.ownerSeat,
      name: owner.ownerName,
      dueOn,
    });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <div className="form-field">
        <span className="form-label">Người trả lời</span>
        <OwnerField label="Người trả lời" seats={data?.seats ?? []} value={owner} onOwner={setOwner} />
      </div>
      <DateField label="Hạn trả lời" value={dueOn} onDate={setDueOn} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={command.isBusy || owner.ownerName === null || dueOn === undefined}
        >
          Giao
        </button>
        <button type="button" className="btn sm" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
