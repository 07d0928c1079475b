import type { ReactElement, ReactNode } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate, parseBusinessDate } from '../../../../kernel/dates.ts';
import { explainEntry, type listLoans } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { listRules } from '../../../../modules/programmes/contract.ts';
import { ruleTitle, ruleValueText } from '../../../../modules/programmes/domain/rule-texts.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { formatInteger, formatPhone, formatRate, formatVnd } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { useListTitle } from '../../list-titles.ts';
import { type ListFilter, paths } from '../../paths.ts';
import { type NameOf, useProgrammeNames } from '../../reference.ts';
import { communeOf, type Me, may, useMe } from '../../session.tsx';
import { Source } from '../catalogue/confidence.tsx';
import { periodText } from '../catalogue/source.ts';

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
  const titleOf = useListTitle(filter.ngay);
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
        {loan?.customerName ?? `Khế ước ${contractNo}`}, danh sách {titleOf(list)}
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
    ...(filter.sovoi === undefined ? {} : { comparedDate: filter.sovoi }),
  });
  return (
    <Show answer={answer} rows={5}>
      {(why) => (
        <>
          <p className="why">{why.sentence}</p>
          <RuleRows why={why} />
          <Values why={why} />
        </>
      )}
    </Show>
  );
}

function Values({ why }: { why: Explanation }): ReactElement {
  const programmeOf = useProgrammeNames();
  return (
    <section className="why-part">
      <h3>Món vay này, số liệu {formatDate(why.dataDate)}</h3>
      <dl className="kv">
        {why.values.map((entry) => (
          <div key={entry.label}>
            <dt>{entry.label}</dt>
            <dd>{valueText(entry, programmeOf)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The rows of the catalogue that gave the rule its numbers: each with its first day, document and how sure it is. */
function RuleRows({ why }: { why: Explanation }): ReactElement {
  const me = useMe();
  return (
    <section className="why-part">
      <h3>Quy tắc {why.ruleId}</h3>
      {why.ruleRows.length === 0 ? (
        <p className="small dim">Quy tắc này không có ngưỡng nào phải tra.</p>
      ) : (
        <ul className="who-l">
          {why.ruleRows.map((row) => (
            <li key={row.rule}>
              <div className="r">
                <span>{ruleTitle(row.rule)}</span>
                <b className="nowrap">{ruleValueText(row.rule, BigInt(row.value))}</b>
              </div>
              <span className="sub">
                {row.validFrom === null ? 'Chưa rõ từ ngày nào' : capital(periodText(row.validFrom, null))}.{' '}
                <Source document={row.document} confidence={row.confidence} />
              </span>
              {row.narrowedTo === '' ? null : <span className="sub">Giá trị riêng: {row.narrowedTo}.</span>}
              {row.replacedBy === null ? null : (
                <span className="sub">
                  Đây là dòng có khi ghi ngày này vào sổ. Ghi lại hôm nay thì theo{' '}
                  {ruleValueText(row.rule, BigInt(row.replacedBy.value))} ({row.replacedBy.document}).
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {why.ruleRows.length > 0 && may(me, listRules) ? (
        <p className="small in-text">
          <AppLink href={paths.rules()}>Mọi quy tắc và các dòng cũ</AppLink>
        </p>
      ) : null}
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value as people read it; what the file does not say is said to be missing. */
function valueText(entry: Explanation['values'][number], programmeOf: NameOf): ReactNode {
  const { value, kind } = entry;
  if (kind === 'hidden') return <span className="faint">chức vụ này không xem</span>;
  if (value === null) return <span className="faint">tệp không ghi</span>;
  if (kind === 'vnd') return formatVnd(BigInt(value));
  if (kind === 'count') return formatInteger(BigInt(value));
  if (kind === 'rate') return formatRate(Number(value));
  if (kind === 'text') return value;
  if (kind === 'phone') return formatPhone(value);
  if (kind === 'programme') return programmeOf(value) ?? value;
  const date = parseBusinessDate(value);
  return date === undefined ? value : formatDate(date);
}
