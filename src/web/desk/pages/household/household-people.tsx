import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import {
  addHouseholdMember,
  CONTACT_RELATIONS,
  movePersonToHousehold,
  search,
} from '../../../../modules/registry/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { isTooShort } from '../../use-search.ts';
import type { CommuneId, Member, Relation } from './member.ts';

type Household = {
  readonly communeId: CommuneId;
  readonly communeCode: string;
  readonly householdId: Id;
  readonly members: readonly Member[];
};

/** Who lives in the household: the files know customers only, people join, part and add the others. */
export function HouseholdPeople(props: Household): ReactElement | null {
  const me = useMe();
  const [isAdding, setAdding] = useState(false);
  const [moving, setMoving] = useState<Id>();
  const canWrite = may(me, addHouseholdMember);
  if (props.members.length === 1 && !canWrite) return null;
  if (isAdding)
    return (
      <Section title="Người trong hộ">
        <AddMember {...props} onDone={() => setAdding(false)} />
      </Section>
    );
  return (
    <Section title="Người trong hộ">
      <ul className="who-l">
        {props.members.map((member) => (
          <li key={member.personId}>
            <div className="r">
              <b>{member.fullName}</b>
              <span className="dim">{roleOf(member)}</span>
            </div>
            {canWrite && moving !== member.personId ? (
              <button
                type="button"
                className="link small no-print"
                onClick={() => setMoving(member.personId)}
              >
                Chuyển hộ<span className="sr"> {member.fullName}</span>
              </button>
            ) : null}
            {moving === member.personId ? (
              <MoveMember {...props} member={member} onDone={() => setMoving(undefined)} />
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite ? (
        <button type="button" className="twin no-print" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          Thêm người
        </button>
      ) : null}
    </Section>
  );
}

function roleOf({ customerCode, relation }: Member): string {
  if (customerCode !== null) return 'Khách hàng';
  return relation === null ? 'Người trong hộ' : CONTACT_RELATIONS[relation];
}

function AddMember(props: Household & { readonly onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState({ fullName: '', relation: 'spouse' as Relation });
  const [bornOn, setBornOn] = useState<BusinessDate>();
  const command = useCommand(addHouseholdMember);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { communeId, householdId } = props;
    const person = { ...typed, bornOn: bornOn ?? null, sex: null };
    if ((await command.run({ communeId, householdId, ...person })) !== undefined) props.onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Họ và tên"
        value={typed.fullName}
        required
        autoFocus
        error={command.error === null ? undefined : failureOf(command.error).message}
        onText={(fullName) => setTyped({ ...typed, fullName })}
      />
      <SelectField
        label="Là gì của người vay"
        value={typed.relation}
        options={RELATIVES.map((relation) => ({ value: relation, text: CONTACT_RELATIONS[relation] }))}
        onChoose={(relation) => setTyped({ ...typed, relation: relation as Relation })}
      />
      <DateField label="Ngày sinh" hint="Có thể bỏ trống." value={bornOn} onDate={setBornOn} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy}>
          Thêm người
        </button>
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}

/** Who lives with a borrower. */
const RELATIVES = ['spouse', 'child', 'parent', 'sibling', 'relative', 'other'] as const;

const MOST_SHOWN = 6;

/** Moves a person into the household of somebody else in the commune, or into one of their own. */
function MoveMember(
  props: Household & { readonly member: Member; readonly onDone: () => void },
): ReactElement {
  const { communeId, member, householdId } = props;
  const [text, setText] = useState('');
  const { go } = useNavigation();
  const toast = useToast();
  const command = useCommand(movePersonToHousehold);
  const isAsking = !isTooShort(text);
  const found = useQuestion(search, { text, communeId }, { enabled: isAsking });
  const others = isAsking ? (found.data?.hits ?? []).filter((hit) => hit.householdId !== householdId) : [];
  const move = async (to: Id | null) => {
    const moved = await command.run({ communeId, personId: member.personId, householdId: to });
    if (moved === undefined) return;
    const undo = () => void command.run({ communeId, personId: member.personId, householdId });
    toast({ text: `Đã chuyển ${member.fullName} sang hộ khác.`, undo });
    props.onDone();
    if (props.members.length === 1) go(paths.household(props.communeCode, moved.householdId));
  };
  return (
    <div className="form">
      <TextField
        label="Chuyển vào hộ của"
        hint="Gõ tên, điện thoại hoặc mã khách hàng của một người trong hộ ấy."
        value={text}
        autoFocus
        onText={setText}
      />
      {others.length === 0 ? null : (
        <ul className="who-l">
          {others.slice(0, MOST_SHOWN).map((hit) => (
            <li key={hit.personId} className="r">
              <span>
                {hit.fullName}
                <span className="sub">
                  {hit.birthYear === null ? 'chưa có năm sinh' : `sinh ${hit.birthYear}`}
                  {hit.villageName === null ? '' : `, ${hit.villageName}`}
                </span>
              </span>
              <button
                type="button"
                className="btn sm"
                disabled={command.isBusy}
                onClick={() => void move(hit.householdId)}
              >
                Vào hộ này<span className="sr">, hộ {hit.fullName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > MOST_SHOWN ? (
        <p className="small dim">Còn nhiều người khác, gõ thêm để thu hẹp.</p>
      ) : null}
      <Refused error={found.error ?? command.error} />
      <div className="form-acts">
        {props.members.length > 1 ? (
          <button type="button" className="btn" disabled={command.isBusy} onClick={() => void move(null)}>
            Tách thành hộ riêng
          </button>
        ) : null}
        <button type="button" className="btn" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </div>
  );
}
