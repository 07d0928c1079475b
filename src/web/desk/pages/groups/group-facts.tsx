import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { showSummary } from '../../../../modules/portfolio/contract.ts';
import { listRules } from '../../../../modules/programmes/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Facts } from '../../../shared/components/figures.tsx';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger, formatPercent, formatShort, shareInHundredths } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { type FiguresAt, figureNumber, type ShownFigure } from '../month/numbers.ts';
import { Grade } from './grade.tsx';
import { type At, type GroupFile, scoreAt } from './group-file.ts';
import { MEMBERS_ID, SCORES_ID } from './places.ts';

const unknown = <span className="faint">chưa có</span>;

/** The head of a group's file: what it owes at the data date, its members, its score; each number opens its rows. */
export function GroupFacts({ file, at }: { readonly file: GroupFile; readonly at: At }): ReactElement {
  const { group } = file;
  const score = scoreAt(file, at.asked);
  const isOld = group.score?.isStale === true && group.score.dataDate === score?.dataDate;
  return (
    <Facts
      facts={[
        ...useDebtFacts(at),
        {
          name: 'Tổ viên',
          value: <Below id={MEMBERS_ID} value={group.memberCount} />,
          detail: group.isTooSmall ? (
            <Status tone="warn" icon="warning" small>
              ít hơn mức thấp nhất
            </Status>
          ) : (
            `còn nhận ${formatInteger(group.placesLeft)}`
          ),
        },
        {
          name: 'Điểm',
          value: score === undefined ? unknown : <Below id={SCORES_ID} value={score.totalPoints} />,
          detail:
            score === undefined
              ? undefined
              : `số liệu ${formatDate(score.dataDate)}${isOld ? ', đã cũ' : ''}`,
        },
        { name: 'Xếp loại', value: score === undefined ? unknown : <Grade score={score} /> },
      ]}
    />
  );
}

/** What the group owes: its own roll-up of the date, for whoever may see figures. */
function useDebtFacts(at: At): Parameters<typeof Facts>[0]['facts'][number][] {
  const me = useMe();
  const { data } = useQuestion(
    showSummary,
    {
      communeId: at.communeId,
      dimension: 'group',
      key: at.groupCode,
      ...(at.asked === undefined ? {} : { dataDate: at.asked }),
    },
    { enabled: may(me, showSummary) },
  );
  const now = data?.rows[0]?.now;
  if (data === undefined || now === undefined) return [];
  const filter = { xa: at.communeCode, ngay: data.dataDate, to: at.groupCode };
  const link = (figure: ShownFigure, text: string) => {
    const { href, value } = figureNumber(now, figure, filter);
    return (
      <NumberLink href={href} isZero={BigInt(value) === 0n}>
        {text}
      </NumberLink>
    );
  };
  return [
    {
      name: 'Dư nợ',
      value: link('outstandingVnd', formatShort(now.outstandingVnd)),
      detail: <>{link('loans', `${formatInteger(now.loans)} món`)}</>,
    },
    {
      name: 'Nợ quá hạn',
      value: link('overdueVnd', formatShort(now.overdueVnd)),
      detail: <OverdueShare now={now} at={at} />,
    },
    { name: 'Hộ còn dư nợ', value: link('customers', formatInteger(now.customers)) },
  ];
}

/** The share of what is owed that is overdue; over the dated limit for groups it says so. */
function OverdueShare({ now, at }: { now: FiguresAt; at: At }): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(listRules, at.asked === undefined ? {} : { onDate: at.asked }, {
    enabled: may(me, listRules) && now.overdueVnd > 0n,
  });
  const share = shareInHundredths(now.overdueVnd, now.outstandingVnd);
  if (share === undefined || now.overdueVnd === 0n) return null;
  const rule = data?.rules.find((one) => one.rule === 'groupOverdueFlagBps');
  const limit = rule?.rows.find((row) => row.isInForce && Object.keys(row.scope).length === 0)?.value;
  if (limit === undefined || BigInt(share) <= limit) return <>{formatPercent(share)} dư nợ</>;
  return (
    <Status tone="bad" icon="warning" small>
      {formatPercent(share)}, trên mức {formatPercent(Number(limit))}
    </Status>
  );
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
