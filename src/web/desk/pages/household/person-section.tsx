import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import {
  ENTRY_FIELDS,
  enterPersonValue,
  revealIdentityValue,
  withdrawPersonValue,
} from '../../../../modules/registry/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { type Me, may, useMe } from '../../session.tsx';
import type { Member } from './contacts-section.tsx';
import { Pair } from './loan-sections.tsx';

type CommuneId = Me['communes'][number]['id'];
type EntryField = keyof typeof ENTRY_FIELDS;

const WARNINGS = {
  sexDiffers: 'Giới tính trong số căn cước khác hồ sơ.',
  birthYearDiffers: 'Năm sinh trong số căn cước khác hồ sơ.',
} as const;

/** Who a person is: identity masked until opened, what people entered beside the bank's record. */
export function PersonSection(props: {
  readonly member: Member;
  readonly communeId: CommuneId;
  readonly communeCode: string;
}): ReactElement {
  const { member, communeId } = props;
  const me = useMe();
  const [isEntering, setEntering] = useState(false);
  const unknown = <span className="faint">chưa có</span>;
  return (
    <Section title="Giấy tờ, nhân thân">
      <dl className="kv kv-tight">
        <Pair name="Ngày sinh" value={member.bornOn === null ? unknown : formatDate(member.bornOn)} />
        <Pair
          name="Số căn cước"
          value={
            <Masked
              member={member}
              communeId={communeId}
              what="identityNumber"
              masked={member.identityNumberMasked}
            />
          }
        />
        <Pair
          name="Ngày cấp"
          value={member.identityIssuedOn === null ? unknown : formatDate(member.identityIssuedOn)}
        />
        <Pair
          name="Dân tộc"
          value={
            <Masked member={member} communeId={communeId} what="ethnicity" masked={member.ethnicityMasked} />
          }
        />
        <Pair name="Vợ hoặc chồng" value={member.spouseName ?? unknown} />
        <Pair name="Địa chỉ" value={member.address ?? unknown} />
        <Pair name="Mã khách hàng" value={member.customerCode ?? unknown} />
      </dl>
      {member.identityWarnings.map((warning) => (
        <p key={warning}>
          <Status tone="warn" icon="warning" small>
            {WARNINGS[warning]}
          </Status>
        </p>
      ))}
      <Entries member={member} communeId={communeId} />
      <SameName member={member} communeCode={props.communeCode} />
      {!may(me, enterPersonValue) ? null : isEntering ? (
        <EnterValue member={member} communeId={communeId} onDone={() => setEntering(false)} />
      ) : (
        <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
          <Icon name="edit" />
          Ghi giá trị đúng
        </button>
      )}
    </Section>
  );
}

/** A masked value; opening it needs a right and leaves a trace, and the page says so. */
function Masked(props: {
  member: Member;
  communeId: CommuneId;
  what: 'identityNumber' | 'ethnicity';
  masked: string | null;
}): ReactElement {
  const me = useMe();
  const reveal = useCommand(revealIdentityValue);
  const [value, setValue] = useState<string>();
  if (props.masked === null) return <span className="faint">chưa có</span>;
  const open = async () =>
    setValue(
      (await reveal.run({ communeId: props.communeId, personId: props.member.personId, what: props.what }))
        ?.value,
    );
  return (
    <>
      {value ?? props.masked}
      {value === undefined && may(me, revealIdentityValue) ? (
        <button
          type="button"
          className="link reveal no-print"
          title="Lần xem được ghi vào nhật ký kiểm tra"
          disabled={reveal.isBusy}
          onClick={() => void open()}
        >
          Xem đầy đủ
        </button>
      ) : null}
      <Refused error={reveal.error} />
    </>
  );
}

function Entries({ member, communeId }: { member: Member; communeId: CommuneId }): ReactElement | null {
  const me = useMe();
  const withdraw = useCommand(withdrawPersonValue);
  if (member.entries.length === 0) return null;
  return (
    <ul className="who-l">
      {member.entries.map((entry) => (
        <li key={entry.entryId}>
          <div className="r">
            <b>
              {ENTRY_FIELDS[entry.field]}: {entry.value}
            </b>
            <EntryState differs={entry.differs} bankChanged={entry.bankChanged} />
          </div>
          <span className="sub">
            Ngân hàng: {entry.bankValueNow ?? 'không ghi'}. Ghi lúc {formatMoment(entry.enteredAt)}
          </span>
          {may(me, withdrawPersonValue) ? (
            <button
              type="button"
              className="link small no-print"
              disabled={withdraw.isBusy}
              onClick={() => void withdraw.run({ communeId, entryId: entry.entryId })}
            >
              Rút giá trị này
            </button>
          ) : null}
        </li>
      ))}
      <Refused error={withdraw.error} />
    </ul>
  );
}

function EntryState({ differs, bankChanged }: { differs: boolean; bankChanged: boolean }): ReactNode {
  if (bankChanged)
    return (
      <Status tone="warn" icon="warning">
        Ngân hàng đã đổi, xem lại
      </Status>
    );
  return differs ? (
    <Status tone="dim" icon="edit">
      Khác ngân hàng
    </Status>
  ) : (
    <Status tone="good" icon="check">
      Ngân hàng đã khớp
    </Status>
  );
}

function SameName({ member, communeCode }: { member: Member; communeCode: string }): ReactElement | null {
  if (member.sameName.length === 0) return null;
  return (
    <p className="in-text small dim">
      Cùng tên trong xã:{' '}
      {member.sameName.map((other, index) => (
        <span key={other.personId}>
          {index > 0 ? '; ' : ''}
          <AppLink href={paths.household(communeCode, other.householdId)}>
            {member.fullName}, {other.birthYear === null ? 'chưa có năm sinh' : `sinh ${other.birthYear}`}
          </AppLink>
          {other.villageName === null ? '' : `, ${other.villageName}`}
        </span>
      ))}
    </p>
  );
}

function EnterValue(props: { member: Member; communeId: CommuneId; onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState({ field: 'address' as EntryField, value: '' });
  const command = useCommand(enterPersonValue);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await command.run({ communeId: props.communeId, personId: props.member.personId, ...typed });
    if (done !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label="Mục"
        value={typed.field}
        options={Object.entries(ENTRY_FIELDS).map(([value, text]) => ({ value, text }))}
        onChoose={(field) => setTyped({ ...typed, field: field as EntryField })}
      />
      <TextField
        label="Giá trị đúng"
        hint="Giá trị của ngân hàng vẫn giữ bên cạnh. Ngày ghi dạng 12/04/1989."
        value={typed.value}
        required
        error={command.error === null ? undefined : failureOf(command.error).message}
        onText={(value) => setTyped({ ...typed, value })}
      />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Ghi giá trị
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
