import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { enterRuleValue, listRules } from '../../../../modules/programmes/contract.ts';
import { scopeText } from '../../../../modules/programmes/domain/narrowing.ts';
import { RULES_OF_LATER } from '../../../../modules/programmes/domain/rules.ts';
import { listHolidays } from '../../../../modules/sessions/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Chip } from '../../../shared/components/status.tsx';
import { paths } from '../../paths.ts';
import { isInWords, ruleValueText } from '../../rule-values.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { Source } from './confidence.tsx';
import { DoubtsNote } from './doubts-note.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import type { Rule } from './rule.ts';
import { RuleValueForm } from './rule-value-form.tsx';
import { isDoubtful, periodText } from './source.ts';
import { TOPIC_OF, TOPICS, type Topic } from './topics.ts';

/** One dated row with the rule it is of; a rule without rows stands with none. */
type Line = { readonly rule: Rule; readonly row: Rule['rows'][number] | undefined };

/** Every threshold, window and factor, by date, each with its document; new rows are entered, old ones stay. */
export function RulesPage(): ReactElement {
  const me = useMe();
  const { loc } = useSearchParams();
  useTitle('Quy tắc');
  const answer = useQuestion(listRules, {});
  return (
    <Page>
      <PageHead title="Quy tắc">
        {answer.data === undefined ? '' : `Dòng đang áp dụng tính đến ${formatDate(answer.data.onDate)}. `}
        Mọi ngưỡng và hệ số dùng để lập danh sách, tính lãi, xếp loại. Dòng cũ được giữ để tra lại.
      </PageHead>
      <Show answer={answer} rows={16}>
        {(data) => <Rules rules={data.rules} isOnlyDoubtful={loc === 'chua-chac'} />}
      </Show>
      {loc === 'chua-chac' || !may(me, listHolidays) ? null : (
        <div className="stack">
          <HolidaysSection />
        </div>
      )}
    </Page>
  );
}

function Rules({ rules, isOnlyDoubtful }: { rules: readonly Rule[]; isOnlyDoubtful: boolean }): ReactElement {
  const [entering, setEntering] = useState<Rule>();
  const lines = rules.flatMap(linesOf);
  const doubtful = lines.filter(({ row }) => row?.isInForce === true && isDoubtful(row));
  const shown = isOnlyDoubtful ? doubtful : lines;
  return (
    <>
      <DoubtsNote
        count={doubtful.length}
        isOnly={isOnlyDoubtful}
        hrefOf={(only) => paths.rules({ loc: only ? 'chua-chac' : undefined })}
      />
      <div className="stack">
        {(Object.keys(TOPICS) as Topic[]).map((topic) => (
          <TopicSection
            key={topic}
            topic={topic}
            lines={shown.filter(({ rule }) => TOPIC_OF[rule.rule] === topic)}
            onEnter={setEntering}
          />
        ))}
        {shown.length === 0 ? <EmptyState>Không còn giá trị nào chưa chắc.</EmptyState> : null}
      </div>
      {entering === undefined ? null : (
        <Dialog isDrawer title={`Nhập mới: ${entering.title}`} onClose={() => setEntering(undefined)}>
          <RuleValueForm rule={entering} onDone={() => setEntering(undefined)} />
        </Dialog>
      )}
    </>
  );
}

function linesOf(rule: Rule): readonly Line[] {
  if (rule.rows.length === 0) return [{ rule, row: undefined }];
  return rule.rows.map((row) => ({ rule, row }));
}

function TopicSection(props: {
  topic: Topic;
  lines: readonly Line[];
  onEnter: (rule: Rule) => void;
}): ReactElement | null {
  const me = useMe();
  if (props.lines.length === 0) return null;
  return (
    <Section title={TOPICS[props.topic]}>
      <div className="rules">
        <DataTable
          caption={`Quy tắc: ${TOPICS[props.topic]}`}
          columns={[...COLUMNS, ...(may(me, enterRuleValue) ? [editColumn(props.onEnter)] : [])]}
          rows={props.lines}
          rowKey={({ rule, row }) => row?.id ?? rule.rule}
        />
      </div>
    </Section>
  );
}

function valueClass(rule: string, isInForce: boolean): string {
  return [...(isInWords(rule) ? [] : ['nowrap']), ...(isInForce ? [] : ['dim'])].join(' ');
}

const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'title',
    heading: 'Quy tắc',
    cell: ({ rule, row }) => (
      <span className={row?.isInForce === true ? undefined : 'dim'}>
        {rule.title}
        {row === undefined ? null : <span className="sub">{narrowedText(row)}</span>}
        {RULES_OF_LATER.includes(rule.rule) ? (
          <span className="sub">ghi sẵn, chưa trang nào dùng</span>
        ) : null}
      </span>
    ),
  },
  {
    key: 'value',
    heading: 'Giá trị',
    numeric: true,
    cell: ({ rule, row }) =>
      row === undefined ? (
        <span className="faint">chưa ghi</span>
      ) : (
        <span className={valueClass(rule.rule, row.isInForce)}>{ruleValueText(rule.rule, row.value)}</span>
      ),
  },
  {
    key: 'period',
    heading: 'Hiệu lực',
    cell: ({ row }) =>
      row === undefined ? null : (
        <span className={row.isInForce ? undefined : 'dim'}>
          {periodText(row.validFrom, row.validTo)}
          {row.isInForce ? null : <span className="sub">không áp dụng hôm nay</span>}
        </span>
      ),
  },
  {
    key: 'source',
    heading: 'Văn bản',
    cell: ({ row }) =>
      row === undefined ? null : <Source document={row.document} confidence={row.confidence} />,
  },
];

function editColumn(onEnter: (rule: Rule) => void): Column<Line> {
  return {
    key: 'edit',
    heading: <span className="sr">Nhập mới</span>,
    cell: ({ rule, row }) =>
      row === undefined || row.isInForce ? (
        <button
          type="button"
          className="btn sm no-print"
          aria-label={`Nhập mới: ${rule.title}`}
          onClick={() => onEnter(rule)}
        >
          Nhập mới
        </button>
      ) : (
        <Chip tone="dim">đã thay</Chip>
      ),
  };
}

function narrowedText({ scope }: Rule['rows'][number]): string {
  const words = scopeText(scope);
  return words === '' ? '' : `riêng ${words}`;
}
