import type { ReactElement } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { listGroups, showGroup } from '../../../../modules/groups/contract.ts';
import { isBelowFair } from '../../../../modules/groups/domain/grade.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { PageHead, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { CommuneSwitcher } from '../../../shared/components/switchers.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { BELOW_FAIR, paths } from '../../paths.ts';
import { ASSOCIATIONS } from '../../reference.ts';
import { codeOfCommune, communeOf, type Me, may, useMe } from '../../session.tsx';
import { DataDateSwitcher, StaleFigures } from '../../shell/data-date.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useSearchParams, useTitle } from '../../use-address.ts';
import { Grade, Movement } from './grade.tsx';
import { OfGrade } from './of-grade.tsx';
import { MEMBERS_ID, SCORES_ID } from './places.ts';

type Group = OutputOf<typeof listGroups>['groups'][number];

/** The groups of a commune with their latest score, the weakest first. */
export function GroupsPage(): ReactElement {
  const me = useMe();
  const search = useSearchParams();
  const { xa } = search;
  const only = search.loc === BELOW_FAIR ? BELOW_FAIR : undefined;
  const asked = askedDate(search);
  const commune = communeOf(me, xa);
  useTitle('Tổ TK&VV');
  const answer = useQuestion(listGroups, {
    ...(commune === undefined ? {} : { communeId: commune.id }),
    ...(asked === undefined ? {} : { dataDate: asked }),
  });
  return (
    <Page
      tools={
        <>
          <CommuneSwitcher
            communes={me.communes.map((place) => ({ id: place.code ?? place.id, name: place.name }))}
            currentId={me.communes.length === 1 ? (me.communes[0]?.code ?? undefined) : xa}
            {...(me.communes.length > 1
              ? { all: { name: 'Mọi xã', href: paths.groups(undefined, asked, only) } }
              : {})}
            hrefOf={(code) => paths.groups(code, asked, only)}
          />
          <DataDateSwitcher
            communeId={commune?.id}
            asked={asked}
            hrefOf={(date) => paths.groups(xa, date, only)}
          />
        </>
      }
    >
      <div className={answer.isStale ? 'is-stale' : undefined} aria-busy={answer.isStale}>
        <Show answer={answer} rows={12}>
          {(data) => (
            <>
              {data.isCut ? <CutShort shown={data.groups.length} /> : null}
              <Groups me={me} all={data.groups} asked={asked} commune={commune} only={only} />
            </>
          )}
        </Show>
      </div>
    </Page>
  );
}

/** Said where the list ends before its end: the sums are of what is shown. */
function CutShort({ shown }: { shown: number }): ReactElement {
  return (
    <p className="notice warn">
      Có nhiều tổ hơn: trang chỉ hiện {formatInteger(shown)} tổ đầu theo mã. Chọn một xã để xem đủ.
    </p>
  );
}

function Groups(props: {
  me: Me;
  all: readonly Group[];
  asked: BusinessDate | undefined;
  commune: Me['communes'][number] | undefined;
  only: typeof BELOW_FAIR | undefined;
}): ReactElement {
  const { me, all, asked, only } = props;
  const weak = all.filter(({ score }) => score !== null && isBelowFair(score.grade));
  const groups = only === undefined ? all : weak;
  const sorted = [...groups].sort((a, b) => (a.score?.totalPoints ?? 101) - (b.score?.totalPoints ?? 101));
  const newest = latest(groups.map((group) => group.bankDataDate));
  const scored = latest(groups.flatMap((group) => (group.score === null ? [] : [group.score.dataDate])));
  const hrefOf = (group: Group) => paths.group(codeOfCommune(me, group.communeId), group.groupCode, asked);
  const { name: communeName = '' } =
    props.commune ?? (me.communes.length === 1 ? me.communes[0] : undefined) ?? {};
  const placeHeading = inVillages('Thôn, hội', communeName);
  return (
    <>
      <PageHead title="Tổ tiết kiệm và vay vốn">
        {formatInteger(groups.length)} tổ{only === undefined ? '' : ' xếp loại dưới Khá'},{' '}
        {formatInteger(groups.reduce((sum, group) => sum + group.memberCount, 0))} tổ viên. Tổ điểm thấp đứng
        trước. <StaleFigures communeId={props.commune?.id} />
      </PageHead>
      <OfGrade
        counts={{ all: all.length, weak: weak.length }}
        only={only}
        hrefOf={(which) => paths.groups(props.commune?.code ?? undefined, asked, which)}
      />
      {sorted.length === 0 ? (
        <EmptyState>
          {only === undefined
            ? 'Chưa có tổ nào. Danh sách tổ đến từ tệp tổ trưởng của ngân hàng.'
            : 'Không có tổ nào xếp loại dưới Khá.'}
        </EmptyState>
      ) : (
        <div className="page-table">
          <DataTable
            caption="Các tổ, điểm thấp trước"
            columns={columns(me, hrefOf, placeHeading)}
            rows={sorted}
            rowKey={(group) => `${group.communeId} ${group.groupCode}`}
            {...(may(me, showGroup) ? { rowHref: hrefOf } : {})}
            hasPageKeys
            abreast={3}
          />
        </div>
      )}
      {newest === undefined ? null : (
        <SourceLine>
          Nguồn: danh sách tổ trưởng của NHCSXH, số liệu ngày {formatDate(newest)}
          {scored === undefined ? '' : `; bảng chấm điểm tổ, số liệu ngày ${formatDate(scored)}`}.
        </SourceLine>
      )}
    </>
  );
}

function latest(dates: readonly BusinessDate[]): BusinessDate | undefined {
  return [...dates].sort().at(-1);
}

function columns(me: Me, hrefOf: (group: Group) => string, placeHeading: string): readonly Column<Group>[] {
  return [
    {
      key: 'leader',
      heading: 'Tổ trưởng',
      cell: (group) => (
        <>
          {may(me, showGroup) ? (
            <AppLink className="name" href={hrefOf(group)}>
              {group.leaderName}
            </AppLink>
          ) : (
            <b>{group.leaderName}</b>
          )}
          <span className="sub">Tổ {group.groupCode}</span>
        </>
      ),
    },
    {
      key: 'place',
      heading: placeHeading,
      cell: (group) => (
        <span>
          {shortVillage(group.villageName ?? group.villageCode)}
          <span className="sub">{ASSOCIATIONS[group.associationCode] ?? group.associationCode}</span>
        </span>
      ),
    },
    {
      key: 'point',
      heading: 'Điểm giao dịch',
      wideOnly: true,
      cell: (group) => group.pointName ?? <span className="faint">chưa có</span>,
    },
    {
      key: 'members',
      heading: 'Tổ viên',
      numeric: true,
      cell: (group) => (
        <NumberLink
          href={may(me, showGroup) ? `${hrefOf(group)}#${MEMBERS_ID}` : undefined}
          isZero={group.memberCount === 0}
        >
          {formatInteger(group.memberCount)}
        </NumberLink>
      ),
    },
    {
      key: 'left',
      heading: 'Còn nhận',
      numeric: true,
      cell: (group) => (
        <>
          {formatInteger(group.placesLeft)}
          {group.isTooSmall ? <span className="sub">dưới mức ít nhất</span> : null}
        </>
      ),
    },
    {
      key: 'score',
      heading: 'Điểm',
      numeric: true,
      cell: (group) =>
        group.score === null ? (
          <span className="faint">chưa chấm</span>
        ) : (
          <>
            <NumberLink href={may(me, showGroup) ? `${hrefOf(group)}#${SCORES_ID}` : undefined}>
              {formatInteger(group.score.totalPoints)}
            </NumberLink>
            {group.score.isStale ? <span className="sub">cũ, {formatDate(group.score.dataDate)}</span> : null}
          </>
        ),
    },
    {
      key: 'grade',
      heading: 'Xếp loại',
      cell: (group) => (group.score === null ? null : <Grade score={group.score} />),
    },
    {
      key: 'movement',
      heading: 'So với lần trước',
      cell: (group) => <Movement points={group.score?.movementPoints ?? null} />,
    },
  ];
}
