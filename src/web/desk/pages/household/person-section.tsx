import { type ReactElement, type ReactNode, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import {
  ENTRY_FIELDS,
  enterPersonValue,
  revealIdentityValue,
  withdrawPersonValue,
} from '../../../../modules/registry/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatMoment } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { EnterValue, entryText } from './enter-value.tsx';
import { Pair } from './loan-sections.tsx';
import type { CommuneId, Member } from './member.ts';

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
  return (
    <Section title="Giấy tờ, nhân thân" label={`Giấy tờ, nhân thân của ${member.fullName}`}>
      <Facts member={member} communeId={communeId} />
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

/** What is known of a person; of customers also what is missing: the bank's file should have said it. */
function Facts({ member, communeId }: { member: Member; communeId: CommuneId }): ReactElement {
  const dayOf = (day: Member['bornOn']) => (day === null ? null : formatDate(day));
  const maskedOf = (what: 'identityNumber' | 'ethnicity', masked: string | null) =>
    masked === null ? null : <Masked member={member} communeId={communeId} what={what} masked={masked} />;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Ngày sinh', dayOf(member.bornOn)],
    ['Số căn cước', maskedOf('identityNumber', member.identityNumberMasked)],
    ['Ngày cấp', dayOf(member.identityIssuedOn)],
    ['Dân tộc', maskedOf('ethnicity', member.ethnicityMasked)],
    ['Vợ hoặc chồng', member.spouseName],
    ['Địa chỉ', member.address],
    ['Mã khách hàng', member.customerCode],
  ];
  const isCustomer = member.customerCode !== null;
  return (
    <dl className="kv kv-tight">
      {facts
        .filter(([name, value]) => value !== null || isCustomer || name === 'Ngày sinh')
        .map(([name, value]) => (
          <Pair key={name} name={name} value={value ?? <span className="faint">chưa có</span>} />
        ))}
    </dl>
  );
}

/** A masked value; opening it needs a right and leaves a trace, and the page says so. */
function Masked(props: {
  member: Member;
  communeId: CommuneId;
  what: 'identityNumber' | 'ethnicity';
  masked: string;
}): ReactElement {
  const me = useMe();
  const reveal = useCommand(revealIdentityValue);
  const [value, setValue] = useState<string>();
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
              {ENTRY_FIELDS[entry.field]}: {entryText(entry.field, entry.value)}
            </b>
            <EntryState differs={entry.differs} bankChanged={entry.bankChanged} />
          </div>
          <span className="sub">
            Ngân hàng: {entryText(entry.field, entry.bankValueNow)}
            {entry.bankChanged ? `, lúc ghi là ${entryText(entry.field, entry.bankValueThen)}` : ''}. Ghi lúc{' '}
            {formatMoment(entry.enteredAt)}
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
      Người khác cùng tên:{' '}
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
