import { type FormEvent, type ReactElement, useState } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import {
  enterGroupValue,
  GROUP_ENTRY_FIELDS,
  withdrawGroupValue,
} from '../../../../modules/groups/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatMoment, formatPhone } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { ASSOCIATIONS } from '../../reference.ts';
import { communeOf, may, useMe } from '../../session.tsx';
import type { At, GroupFile } from './group-file.ts';

type EntryField = keyof typeof GROUP_ENTRY_FIELDS;
type Entry = GroupFile['entries'][number];

/**
 * Who leads the group, where it is and where it transacts. What a person entered stands in place of the bank's word,
 * which is shown beside it and comes back when the entry is withdrawn.
 */
export function Board({ file, at }: { readonly file: GroupFile; readonly at: At }): ReactElement {
  const me = useMe();
  const [isEntering, setEntering] = useState(false);
  const canWrite = may(me, enterGroupValue);
  const commune = communeOf(me, at.communeCode);
  return (
    <Section title="Ban quản lý tổ" note="Tệp sau không ghi đè">
      <ul className="who-l">
        {rowsOf(file, commune?.name ?? '').map(({ name, value, fields }) => (
          <li key={name}>
            <div className="r">
              <span className="dim">{name}</span>
              <b>{value ?? <span className="faint">chưa có</span>}</b>
            </div>
            {file.entries
              .filter((entry) => fields.includes(entry.field))
              .map((entry) => (
                <EntryNote key={entry.entryId} entry={entry} at={at} canWrite={canWrite} />
              ))}
          </li>
        ))}
      </ul>
      {!canWrite ? null : isEntering ? (
        <EnterValue at={at} onDone={() => setEntering(false)} />
      ) : (
        <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
          <Icon name="edit" />
          Ghi giá trị đúng
        </button>
      )}
    </Section>
  );
}

type Row = {
  readonly name: string;
  readonly value: string | null;
  /** What may be entered of the row. */
  readonly fields: readonly EntryField[];
};

function rowsOf({ group, leader, deputy, entries }: GroupFile, communeName: string): readonly Row[] {
  const note = entries.find(({ field }) => field === 'meeting_note');
  return [
    { name: 'Tổ trưởng', value: personText(leader), fields: ['leader_name', 'leader_phone'] },
    {
      name: 'Tổ phó',
      value: deputy === null ? null : personText(deputy),
      fields: ['deputy_name', 'deputy_phone'],
    },
    {
      name: inVillages('Thôn', communeName, [group.villageName]),
      value: shortVillage(group.villageName ?? group.villageCode),
      fields: ['village_name'],
    },
    { name: 'Hội', value: ASSOCIATIONS[group.associationCode] ?? group.associationCode, fields: [] },
    { name: 'Điểm giao dịch', value: group.pointName, fields: ['point_name'] },
    ...(note === undefined
      ? []
      : [{ name: 'Sinh hoạt tổ', value: note.value, fields: ['meeting_note'] as const }]),
  ];
}

function personText({ fullName, phone }: { fullName: string; phone: string | null }): string {
  return phone === null ? fullName : `${fullName}, ${formatPhone(phone)}`;
}

function EntryNote(props: { entry: Entry; at: At; canWrite: boolean }): ReactElement {
  const { entry, at } = props;
  const withdraw = useCommand(withdrawGroupValue);
  return (
    <>
      <span className="sub">
        {GROUP_ENTRY_FIELDS[entry.field]} do cán bộ ghi lúc {formatMoment(entry.enteredAt)}
        {entry.field === 'meeting_note' ? '' : `; ngân hàng: ${bankText(entry, entry.bankValueNow)}`}
      </span>
      <Difference entry={entry} />
      {props.canWrite ? (
        <button
          type="button"
          className="link small no-print"
          disabled={withdraw.isBusy}
          onClick={() => void withdraw.run({ communeId: at.communeId, entryId: entry.entryId })}
        >
          Rút giá trị này
        </button>
      ) : null}
      <Refused error={withdraw.error} />
    </>
  );
}

/** What has become of the bank's value since: it changed, or has come to say the same. */
function Difference({ entry }: { entry: Entry }): ReactElement | null {
  if (entry.field === 'meeting_note') return null;
  if (!entry.differs)
    return (
      <Status tone="good" icon="check" small>
        tệp ngân hàng nay ghi như vậy
      </Status>
    );
  if (!entry.bankChanged) return null;
  return (
    <Status tone="warn" icon="warning" small>
      từ khi ghi, ngân hàng đã đổi: trước là {bankText(entry, entry.bankValueThen)}
    </Status>
  );
}

function bankText(entry: Entry, value: string | null): string {
  if (value === null || value === '') return 'không ghi';
  return entry.field.endsWith('_phone') ? formatPhone(value) : value;
}

function EnterValue({ at, onDone }: { at: At; onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState({ field: 'leader_phone' as EntryField, value: '' });
  const command = useCommand(enterGroupValue);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await command.run({ communeId: at.communeId, groupCode: at.groupCode, ...typed });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label="Mục"
        value={typed.field}
        options={Object.entries(GROUP_ENTRY_FIELDS).map(([value, text]) => ({ value, text }))}
        onChoose={(field) => setTyped({ ...typed, field: field as EntryField })}
      />
      <TextField
        label="Nội dung"
        value={typed.value}
        required
        error={command.error === null ? undefined : failureOf(command.error).message}
        onText={(value) => setTyped({ ...typed, value })}
      />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Ghi giá trị đúng
        </button>
        <button type="button" className="btn" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
