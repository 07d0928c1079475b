import { type ReactElement, useDeferredValue, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import type { RecordLink } from '../../../../modules/governance/domain/record-words.ts';
import { listGroups } from '../../../../modules/groups/contract.ts';
import { listHouseholdLoans } from '../../../../modules/portfolio/contract.ts';
import { CONTACT_RELATIONS, search, showHousehold } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { may, useMe } from '../../session.tsx';
import { type Hit, isTooShort, useSearch } from '../../use-search.ts';
import type { NamedRecord } from './report-draft.ts';
import type { Report } from './use-report.ts';

/** The household that somebody looks into for a record to name. */
type Household = { readonly communeId: Id; readonly householdId: Id; readonly name: string };

/** Whose records come first: those of the household that the task is about. */
export type AboutHousehold = { readonly householdId: Id; readonly personName: string | null } | null;

const MOST_HITS = 6;

/** Records of the product that a report names as evidence: of the household the task is about, or found by name [GV86]. */
export function ReportRecords(props: {
  readonly report: Report;
  readonly communeId: Id;
  readonly about: AboutHousehold;
}): ReactElement | null {
  const me = useMe();
  const { report, communeId, about } = props;
  const [isAdding, setAdding] = useState(false);
  if (!may(me, search)) return null;
  const { records } = report.draft;
  const add = (record: NamedRecord) => {
    const others = records.filter(({ link }) => keyOf(link) !== keyOf(record.link));
    report.change({ records: [...others, record] });
    setAdding(false);
  };
  const drop = (link: RecordLink) => report.change({ records: records.filter((one) => one.link !== link) });
  return (
    <div className="form-field">
      <span className="form-label">Hồ sơ liên quan (nếu có)</span>
      <span className="form-hint">Hộ đã đến, số đã ghi, món vay, tổ: giữ lại như trong sổ hôm nay.</span>
      <ul className="report-files">
        {records.map(({ link, title }) => (
          <li key={keyOf(link)}>
            <span className="report-name">{title}</span>
            <button type="button" className="icon-btn" aria-label={`Bỏ ${title}`} onClick={() => drop(link)}>
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <PickRecord communeId={communeId} about={about} onPick={add} onCancel={() => setAdding(false)} />
      ) : (
        <span>
          <button type="button" className="btn sm" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            Thêm hồ sơ
          </button>
        </span>
      )}
    </div>
  );
}

function keyOf(link: RecordLink): string {
  return Object.values(link).join(' ');
}

function PickRecord(props: {
  readonly communeId: Id;
  readonly about: AboutHousehold;
  readonly onPick: (record: NamedRecord) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { communeId, about } = props;
  const [household, setHousehold] = useState<Household | undefined>(
    about === null ? undefined : { communeId, householdId: about.householdId, name: about.personName ?? '' },
  );
  return (
    <div className="form form-apart">
      {household === undefined ? (
        <>
          <FindHousehold communeId={communeId} onHousehold={setHousehold} />
          <PickGroup communeId={communeId} onPick={props.onPick} />
        </>
      ) : (
        <PickOfHousehold household={household} onPick={props.onPick} />
      )}
      <div className="form-acts">
        {household === undefined ? null : (
          <button type="button" className="btn sm" onClick={() => setHousehold(undefined)}>
            Hộ khác, tổ
          </button>
        )}
        <button type="button" className="btn sm" onClick={props.onCancel}>
          Thôi
        </button>
      </div>
    </div>
  );
}

/** A household by name, phone or contract, as everywhere; of the task's commune alone. */
function FindHousehold(props: {
  readonly communeId: Id;
  readonly onHousehold: (household: Household) => void;
}): ReactElement {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useSearch(asked, props.communeId);
  const hits = data?.hits ?? [];
  const isNone = data !== undefined && !isTooShort(asked) && hits.length === 0;
  return (
    <>
      <TextField
        label="Tìm hộ"
        hint={isNone ? 'Không tìm thấy trong phạm vi được giao.' : 'Tên, số điện thoại hoặc số khế ước.'}
        value={text}
        onText={setText}
      />
      <ul className="report-hits">
        {hits.slice(0, MOST_HITS).map((hit) => (
          <li key={`${hit.personId} ${hit.contractNo ?? ''}`}>
            <button
              type="button"
              className="link"
              onClick={() => props.onHousehold({ ...hit, name: hit.fullName })}
            >
              {hit.fullName}
            </button>
            <span className="small dim">{whoOf(hit)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Tells people of one name apart. */
function whoOf({ birthYear, villageName, villageCode }: Hit): string {
  const born = birthYear === null ? [] : [`sinh ${birthYear}`];
  return [...born, shortVillage(villageName ?? villageCode)].join(', ');
}

/** The household itself, one of its numbers, one of its loans. */
function PickOfHousehold(props: {
  readonly household: Household;
  readonly onPick: (record: NamedRecord) => void;
}): ReactElement {
  const me = useMe();
  const { communeId, householdId, name } = props.household;
  const { data: file } = useQuestion(showHousehold, { communeId, householdId });
  const { data: owed } = useQuestion(
    listHouseholdLoans,
    { communeId, householdId },
    { enabled: may(me, listHouseholdLoans) },
  );
  const contacts = (file?.members ?? []).flatMap((member) => member.contacts);
  const records: readonly NamedRecord[] = [
    { link: { kind: 'household', householdId }, title: `Hộ ${name}` },
    ...contacts.map(({ contactId, phone, relation }) => ({
      link: { kind: 'contact', householdId, contactId } as const,
      title: `Số ${formatPhone(phone)} (${CONTACT_RELATIONS[relation]}), hộ ${name}`,
    })),
    ...(owed?.loans ?? []).map(({ contractNo }) => ({
      link: { kind: 'loan', contractNo } as const,
      title: `Khế ước ${contractNo}, ${name}`,
    })),
  ];
  return <PickOne label={`Hồ sơ của hộ ${name}`} records={records} onPick={props.onPick} />;
}

function PickGroup(props: {
  readonly communeId: Id;
  readonly onPick: (record: NamedRecord) => void;
}): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(listGroups, { communeId: props.communeId }, { enabled: may(me, listGroups) });
  const records = (data?.groups ?? []).map(({ groupCode, leaderName }) => ({
    link: { kind: 'group', groupCode } as const,
    title: `Tổ ${groupCode}, tổ trưởng ${leaderName}`,
  }));
  return records.length === 0 ? null : (
    <PickOne label="Hoặc chọn tổ" records={records} onPick={props.onPick} />
  );
}

/** One of several records; choosing it is naming it. */
function PickOne(props: {
  readonly label: string;
  readonly records: readonly NamedRecord[];
  readonly onPick: (record: NamedRecord) => void;
}): ReactElement {
  const { records } = props;
  return (
    <SelectField
      label={props.label}
      value=""
      options={[
        { value: '', text: 'Chọn…' },
        ...records.map(({ link, title }) => ({ value: keyOf(link), text: title })),
      ]}
      onChoose={(key) => {
        const record = records.find(({ link }) => keyOf(link) === key);
        if (record !== undefined) props.onPick(record);
      }}
    />
  );
}
