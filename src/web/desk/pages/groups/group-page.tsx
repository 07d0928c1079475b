import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { showGroup } from '../../../../modules/groups/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { PageHead, Section, SourceLine } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { ALL_LOANS, paths } from '../../paths.ts';
import { ASSOCIATIONS } from '../../reference.ts';
import { communeOf, useMe } from '../../session.tsx';
import { DataDateSwitcher, StaleFigures } from '../../shell/data-date.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { ofGroup } from '../briefing/difficulty-subject.ts';
import { RaiseDifficulty } from '../briefing/raise-difficulty.tsx';
import { Board } from './board-section.tsx';
import { GroupFacts } from './group-facts.tsx';
import { type At, type GroupFile, scoreAt } from './group-file.ts';
import { MEMBERS_ID, SCORES_ID } from './places.ts';
import { Scores } from './scores-section.tsx';

type Member = GroupFile['members'][number];

/** One group: what it owes, its board and where it transacts, its members, its scores over time. */
export function GroupPage(): ReactElement {
  const me = useMe();
  const { commune: code, group } = useAddressParams();
  const asked = askedDate(useSearchParams());
  const commune = communeOf(me, code);
  if (commune === undefined || code === undefined || group === undefined) return <NotFound />;
  return <OneGroup at={{ communeId: commune.id, communeCode: code, groupCode: group, asked }} />;
}

function OneGroup({ at }: { at: At }): ReactElement {
  const answer = useQuestion(showGroup, {
    communeId: at.communeId,
    groupCode: at.groupCode,
    ...(at.asked === undefined ? {} : { dataDate: at.asked }),
  });
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
  const { group, leader } = file;
  return (
    <>
      <PageHead
        title={`Tổ ${leader.fullName}`}
        actions={<RaiseDifficulty subject={ofGroup(at.communeId, group.groupCode)} />}
      >
        <AppLink href={paths.groups(at.communeCode, at.asked)}>Tổ TK&VV</AppLink> /{' '}
        {shortVillage(group.villageName ?? group.villageCode)},{' '}
        {ASSOCIATIONS[group.associationCode] ?? group.associationCode}. Mã tổ {group.groupCode}.{' '}
        <StaleFigures communeId={at.communeId} />{' '}
        <AppLink href={paths.list(ALL_LOANS, { xa: at.communeCode, ngay: at.asked, to: group.groupCode })}>
          Món vay của tổ
        </AppLink>
      </PageHead>
      <GroupFacts file={file} at={at} />
      <div className="cols cols-376">
        <div className="column members" id={MEMBERS_ID}>
          <Section
            title="Tổ viên"
            note={
              at.asked === undefined ? 'Theo số liệu mới nhất' : `Theo số liệu ngày ${formatDate(at.asked)}`
            }
          >
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
        <div className="column column-first">
          <Board file={file} at={at} />
          <div id={SCORES_ID}>
            <Scores file={file} at={scoreAt(file, at.asked)?.dataDate} />
          </div>
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
          {member.isReachable ? 'được' : 'chưa liên lạc được'}
        </Status>
      ),
    },
  ];
}
