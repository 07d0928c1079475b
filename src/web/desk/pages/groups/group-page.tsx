import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import {
  enterGroupValue,
  GROUP_ENTRY_FIELDS,
  showGroup,
  withdrawGroupValue,
} from '../../../../modules/groups/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { Facts } from '../../../shared/components/figures.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead, Section, SourceLine } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatMoment, formatPhone } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { ALL_LOANS, paths } from '../../paths.ts';
import { ASSOCIATIONS } from '../../reference.ts';
import { communeOf, type Me, may, useMe } from '../../session.tsx';
import { DataDateSwitcher, StaleFigures } from '../../shell/data-date.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { Grade } from './grade.tsx';
import { MEMBERS_ID, SCORES_ID } from './places.ts';

type GroupFile = OutputOf<typeof showGroup>;
type Member = GroupFile['members'][number];
type EntryField = keyof typeof GROUP_ENTRY_FIELDS;
type At = {
  readonly communeId: Me['communes'][number]['id'];
  readonly communeCode: string;
  readonly groupCode: string;
  /** The data date looked at; the newest when there is none. */
  readonly asked: BusinessDate | undefined;
};

/** One group: its board, members, what people entered, its scores over time. */
export function GroupPage(): ReactElement {
  const me = useMe();
  const { commune: code, group } = useAddressParams();
  const asked = askedDate(useSearchParams());
  const commune = communeOf(me, code);
  if (commune === undefined || code === undefined || group === undefined) return <NotFound />;
  return <OneGroup at={{ communeId: commune.id, communeCode: code, groupCode: group, asked }} />;
}

function OneGroup({ at }: { at: At }): ReactElement {
  const answer = useQuestion(showGroup, { communeId: at.communeId, groupCode: at.groupCode });
  useTitle(answer.data === undefined ? 'Tổ TK&VV' : `Tổ ${answer.data.leader.fullName}`);
  return (
    <Page
      tools={
        <DataDateSwitcher
          communeId={at.communeId}
          asked={at.asked}
          hrefOf={(date) => paths.group(at.communeCode, at.groupCode, date)}
        />
      }
    >
      <Show answer={answer} rows={10} nothing={<NothingHere />}>
        {(file) => <GroupBody file={file} at={at} />}
      </Show>
    </Page>
  );
}

function GroupBody({ file, at }: { file: GroupFile; at: At }): ReactElement {
  const { group, leader, deputy } = file;
  const score = scoreAt(file, at.asked);
  const unknown = <span className="faint">chưa có</span>;
  return (
    <>
      <PageHead title={`Tổ ${leader.fullName}`}>
        <AppLink href={paths.groups(at.communeCode, at.asked)}>Tổ TK&VV</AppLink> /{' '}
        {shortVillage(group.villageName ?? group.villageCode)},{' '}
        {ASSOCIATIONS[group.associationCode] ?? group.associationCode}. Mã tổ {group.groupCode}.{' '}
        <StaleFigures communeId={at.communeId} />{' '}
        <AppLink href={paths.list(ALL_LOANS, { xa: at.communeCode, ngay: at.asked, to: group.groupCode })}>
          Món vay của tổ
        </AppLink>
      </PageHead>
      <Facts
        facts={[
          {
            name: 'Tổ viên',
            value: <Below id={MEMBERS_ID} value={group.memberCount} />,
            detail: group.placesLeft === null ? undefined : `còn nhận ${formatInteger(group.placesLeft)}`,
          },
          {
            name: 'Điểm',
            value: score === undefined ? unknown : <Below id={SCORES_ID} value={score.totalPoints} />,
            detail: score === undefined ? undefined : `số liệu ${formatDate(score.dataDate)}`,
          },
          { name: 'Xếp loại', value: score === undefined ? unknown : <Grade score={score} /> },
          {
            name: 'Điện thoại tổ trưởng',
            value:
              leader.phone === null ? (
                unknown
              ) : (
                <a className="n" href={`tel:${leader.phone}`}>
                  {formatPhone(leader.phone)}
                </a>
              ),
            detail: leader.birthYear === null ? undefined : `sinh ${leader.birthYear}`,
          },
          {
            name: 'Tổ phó',
            value: deputy?.fullName ?? unknown,
            detail: deputy?.phone == null ? undefined : formatPhone(deputy.phone),
          },
        ]}
      />
      <div className="cols cols-376">
        <div className="column" id={MEMBERS_ID}>
          <Section title="Tổ viên" note="Theo số liệu mới nhất">
            <DataTable
              caption="Tổ viên"
              columns={memberColumns(at)}
              rows={file.members}
              rowKey={(member) => member.personId}
              rowHref={(member) => paths.household(at.communeCode, member.householdId, at.asked)}
              hasPageKeys
            />
          </Section>
        </div>
        <div className="column" id={SCORES_ID}>
          <Scores file={file} at={score?.dataDate} />
          <Entered file={file} at={at} />
        </div>
      </div>
      <SourceLine>
        Nguồn: danh sách tổ trưởng và bảng chấm điểm tổ của NHCSXH, số liệu ngày{' '}
        {formatDate(group.bankDataDate)}.
        {group.boardDataDate === group.bankDataDate ? '' : ` ${boardSource(group.boardDataDate)}`}
      </SourceLine>
    </>
  );
}

/** The score of the data date looked at, or the last one before it: a group is not scored every month. */
function scoreAt(file: GroupFile, asked: BusinessDate | undefined): GroupFile['scores'][number] | undefined {
  return file.scores.find((score) => asked === undefined || score.dataDate <= asked);
}

/** A number that opens its rows further down the page. */
function Below({ id, value }: { id: string; value: number }): ReactElement {
  if (value === 0) return <span className="zero">0</span>;
  return (
    <a className="n" href={`#${id}`}>
      {formatInteger(value)}
    </a>
  );
}

function boardSource(boardDataDate: BusinessDate | null): string {
  if (boardDataDate === null) return 'Chưa có tệp tổ trưởng nào nói về ban quản lý tổ này.';
  return `Ban quản lý tổ theo tệp tổ trưởng ngày ${formatDate(boardDataDate)}, các tệp sau không có.`;
}

function memberColumns(at: At): readonly Column<Member>[] {
  return [
    {
      key: 'name',
      heading: 'Họ và tên',
      cell: (member) => (
        <>
          <AppLink className="name" href={paths.household(at.communeCode, member.householdId, at.asked)}>
            {member.fullName}
          </AppLink>
          <span className="sub">
            {member.birthYear === null ? 'chưa có năm sinh' : `sinh ${member.birthYear}`}
          </span>
        </>
      ),
    },
    {
      key: 'code',
      heading: 'Mã khách hàng',
      cell: (member) => member.customerCode ?? <span className="faint">không có</span>,
    },
    {
      key: 'reach',
      heading: 'Liên lạc',
      cell: (member) => (
        <Status
          tone={member.isReachable ? 'good' : 'warn'}
          icon={member.isReachable ? 'phone' : 'phoneMissing'}
        >
          {member.isReachable ? 'được' : 'chưa có số'}
        </Status>
      ),
    },
  ];
}

function Scores({ file, at }: { file: GroupFile; at: BusinessDate | undefined }): ReactElement {
  return (
    <Section title="Điểm các tháng">
      <table className="t d">
        <thead>
          <tr>
            <th scope="col">Số liệu</th>
            <th scope="col" className="num">
              Điểm
            </th>
            <th scope="col">Xếp loại</th>
          </tr>
        </thead>
        <tbody>
          {file.scores.map((score) => (
            <tr key={score.dataDate} aria-current={score.dataDate === at ? 'true' : undefined}>
              <td>
                {formatDate(score.dataDate)}
                <span className="sub">{partsOf(score)}</span>
              </td>
              <td className="num">{score.totalPoints}</td>
              <td>
                <Grade score={score} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function partsOf(score: GroupFile['scores'][number]): string {
  return (
    `sinh hoạt ${score.attendancePoints}, quá hạn ${score.overduePoints}, gốc ${score.principalPoints}, ` +
    `lãi ${score.interestPoints}, gửi ${score.saversPoints}, tăng gửi ${score.savingsGrowthPoints}`
  );
}

function Entered({ file, at }: { file: GroupFile; at: At }): ReactElement {
  const me = useMe();
  const [isEntering, setEntering] = useState(false);
  const withdraw = useCommand(withdrawGroupValue);
  const canWrite = may(me, enterGroupValue);
  return (
    <Section title="Cán bộ ghi thêm" note="Tệp nhập sau không ghi đè">
      {file.entries.length === 0 ? <p className="dim">Chưa ghi gì.</p> : null}
      <ul className="who-l">
        {file.entries.map((entry) => (
          <li key={entry.entryId}>
            <b>
              {GROUP_ENTRY_FIELDS[entry.field]}: {entry.value}
            </b>
            <span className="sub">
              Ngân hàng: {entry.bankValueNow ?? 'không ghi'}. Ghi lúc {formatMoment(entry.enteredAt)}
            </span>
            {canWrite ? (
              <button
                type="button"
                className="link small"
                onClick={() => void withdraw.run({ communeId: at.communeId, entryId: entry.entryId })}
              >
                Rút giá trị này
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <Refused error={withdraw.error} />
      {!canWrite ? null : isEntering ? (
        <EnterValue at={at} onDone={() => setEntering(false)} />
      ) : (
        <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
          <Icon name="edit" />
          Ghi thêm
        </button>
      )}
    </Section>
  );
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
          Ghi thêm
        </button>
        <button type="button" className="btn" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
