import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate, parseBusinessDate } from '../../../../kernel/dates.ts';
import { explainEntry, type listLoans } from '../../../../modules/portfolio/contract.ts';
import { LISTS, type ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { formatInteger, formatVnd } from '../../../shared/format.ts';
import { useNavigation } from '../../../shared/navigation.tsx';
import { type ListFilter, paths } from '../../paths.ts';
import { communeOf, type Me, useMe } from '../../session.tsx';

type Loan = OutputOf<typeof listLoans>['rows'][number];
type Explanation = OutputOf<typeof explainEntry>;

/** Why a loan stands on a list: the rule in words, the dated row that decided, the loan's own values. */
export function WhyDrawer(props: {
  readonly list: ListName;
  readonly filter: ListFilter;
  readonly loans: readonly Loan[];
}): ReactElement | null {
  const me = useMe();
  const { go } = useNavigation();
  const { filter, list } = props;
  const contractNo = filter.vi ?? '';
  const loan = props.loans.find((candidate) => candidate.contractNo === contractNo);
  const communeId = loan?.communeId ?? communeOf(me, filter.xa)?.id ?? me.communes[0]?.id;
  if (communeId === undefined) return null;
  return (
    <Dialog
      isDrawer
      title="Vì sao có tên ở đây"
      onClose={() => go(paths.list(list, { ...filter, vi: undefined }))}
    >
      <p className="dim">
        {loan?.customerName ?? `Khế ước ${contractNo}`}, danh sách {LISTS[list].title}
      </p>
      <Why list={list} contractNo={contractNo} communeId={communeId} filter={filter} />
    </Dialog>
  );
}

function Why(props: {
  list: ListName;
  contractNo: string;
  communeId: Me['communes'][number]['id'];
  filter: ListFilter;
}): ReactElement {
  const { list, contractNo, communeId, filter } = props;
  const answer = useQuestion(explainEntry, {
    list,
    contractNo,
    communeId,
    ...(filter.ngay === undefined ? {} : { dataDate: filter.ngay }),
  });
  return (
    <Show answer={answer} rows={5}>
      {(why) => (
        <>
          <p className="why">{why.sentence}</p>
          <Values why={why} />
          <RuleRows why={why} />
        </>
      )}
    </Show>
  );
}

function Values({ why }: { why: Explanation }): ReactElement {
  return (
    <dl className="kv">
      {why.values.map((entry) => (
        <div key={entry.label}>
          <dt>{entry.label}</dt>
          <dd>{valueText(entry)}</dd>
        </div>
      ))}
    </dl>
  );
}

function RuleRows({ why }: { why: Explanation }): ReactElement {
  if (why.ruleRows.length === 0)
    return (
      <p className="small dim why-rule">
        Quy tắc {why.ruleId}, không có ngưỡng nào phải tra, số liệu {formatDate(why.dataDate)}.
      </p>
    );
  return (
    <ul className="why-rule small">
      {why.ruleRows.map((row) => (
        <li key={`${row.rule}-${row.value}`}>
          <b>
            {row.rule}: {row.value}
          </b>
          <span className="dim">
            {` Quy tắc ${why.ruleId}, ${row.document}${row.validFrom === null ? '' : `, áp dụng từ ${formatDate(row.validFrom)}`}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A value as people read it; what the file does not say is said to be missing. */
export function valueText(entry: Explanation['values'][number]): string {
  if (entry.value === null) return 'tệp không ghi';
  if (entry.kind === 'vnd') return formatVnd(BigInt(entry.value));
  if (entry.kind === 'count') return formatInteger(BigInt(entry.value));
  const date = entry.kind === 'date' ? parseBusinessDate(entry.value) : undefined;
  return date === undefined ? entry.value : formatDate(date);
}
