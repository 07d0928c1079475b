import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { enterRuleValue, listRules } from '../../../../modules/programmes/contract.ts';
import { scopeText } from '../../../../modules/programmes/domain/narrowing.ts';
import { isInWords, ruleValueText } from '../../../../modules/programmes/domain/rule-texts.ts';
import { RULES_OF_LATER } from '../../../../modules/programmes/domain/rules.ts';
import { listHolidays } from '../../../../modules/sessions/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { FindForm } from '../../../shared/components/find-form.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Chip } from '../../../shared/components/status.tsx';
import { isFound } from '../../../shared/find.ts';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { Source } from './confidence.tsx';
import { DoubtsNote } from './doubts-note.tsx';
import { FoldingSection } from './folding-section.tsx';
import { HOLIDAYS_TITLE, HolidaysSection } from './holidays-section.tsx';
import type { Rule } from './rule.ts';
import { RuleValueForm } from './rule-value-form.tsx';
import { isDoubtful, periodText } from './source.ts';
import { TOPIC_OF, TOPICS, type Topic } from './topics.ts';

/** One dated row with the rule it is of; a rule without rows stands with none. */
type Line = { readonly rule: Rule; readonly row: Rule['rows'][number] | undefined };

/** Every threshold, window and factor, by date, each with its document; new rows are entered, old ones stay. */
export function RulesPage(): ReactElement {
  const me = useMe();
  const { loc, tim = '' } = useSearchParams();
  useTitle('Quy tắc');
  const answer = useQuestion(listRules, {});
  return (
    <Page>
      <PageHead title="Quy tắc">
        {answer.data === undefined ? '' : `Dòng đang áp dụng tính đến ${formatDate(answer.data.onDate)}. `}
        Mọi ngưỡng và hệ số dùng để lập danh sách, tính lãi, xếp loại. Dòng cũ được giữ để tra lại.
      </PageHead>
      <Show answer={answer} rows={16}>
        {(data) => <Rules rules={data.rules} isOnlyDoubtful={loc === 'chua-chac'} sought={tim} />}
      </Show>
      {loc === 'chua-chac' || !may(me, listHolidays) || !isFound(tim, [HOLIDAYS_TITLE]) ? null : (
        <div className="stack">
          <HolidaysSection key={tim} isSought={tim !== ''} />
        </div>
      )}
    </Page>
  );
}

function Rules(props: { rules: readonly Rule[]; isOnlyDoubtful: boolean; sought: string }): ReactElement {
  const { rules, isOnlyDoubtful, sought } = props;
  const { go } = useNavigation();
  const loc = isOnlyDoubtful ? 'chua-chac' : undefined;
  const [entering, setEntering] = useState<Rule>();
  const lines = rules.flatMap(linesOf);
  const doubtful = lines.filter(({ row }) => row?.isInForce === true && isDoubtful(row));
  const shown = (isOnlyDoubtful ? doubtful : lines).filter((line) => isFound(sought, textsOf(line)));
  return (
    <>
      <DoubtsNote
        count={doubtful.length}
        isOnly={isOnlyDoubtful}
        hrefOf={(only) => paths.rules({ loc: only ? 'chua-chac' : undefined })}
      />
      <FindForm
        label="Tên quy tắc, văn bản"
        sought={sought}
        onFind={(tim) => go(paths.rules({ loc, tim }))}
      />
      <div className="stack">
        {(Object.keys(TOPICS) as Topic[]).map((topic) => (
          <TopicSection
            key={`${topic} ${sought}`}
            topic={topic}
            isSought={sought !== '' || isOnlyDoubtful}
            lines={shown.filter(({ rule }) => TOPIC_OF[rule.rule] === topic)}
            onEnter={setEntering}
          />
        ))}
        {shown.length === 0 ? <Nothing sought={sought} loc={loc} /> : null}
      </div>
      {entering === undefined ? null : (
        <Dialog isDrawer title={`Nhập mới: ${entering.title}`} onClose={() => setEntering(undefined)}>
          <RuleValueForm rule={entering} onDone={() => setEntering(undefined)} />
        </Dialog>
      )}
    </>
  );
}

function Nothing({ sought, loc }: { sought: string; loc: string | undefined }): ReactElement {
  if (sought === '') return <EmptyState>Không còn giá trị nào chưa chắc.</EmptyState>;
  return (
    <EmptyState action={<AppLink href={paths.rules({ loc })}>Xem mọi quy tắc</AppLink>}>
      Không có quy tắc nào khớp “{sought}”.
    </EmptyState>
  );
}

/** By which words a line is found: its rule, what that is about, its value, for whom it is, its document. */
function textsOf({ rule, row }: Line): readonly string[] {
  const about = [rule.title, TOPICS[TOPIC_OF[rule.rule]]];
  if (row === undefined) return about;
  return [...about, ruleValueText(rule.rule, row.value), narrowedText(row), row.document];
}

function linesOf(rule: Rule): readonly Line[] {
  if (rule.rows.length === 0) return [{ rule, row: undefined }];
  return rule.rows.map((row) => ({ rule, row }));
}

function TopicSection(props: {
  topic: Topic;
  lines: readonly Line[];
  isSought: boolean;
  onEnter: (rule: Rule) => void;
}): ReactElement | null {
  const me = useMe();
  if (props.lines.length === 0) return null;
  return (
    <FoldingSection
      title={TOPICS[props.topic]}
      note={`${formatInteger(new Set(props.lines.map(({ rule }) => rule.rule)).size)} quy tắc`}
      isSought={props.isSought}
    >
      <div className="rules">
        <DataTable
          caption={`Quy tắc: ${TOPICS[props.topic]}`}
          columns={[...COLUMNS, ...(may(me, enterRuleValue) ? [editColumn(props.onEnter)] : [])]}
          rows={props.lines}
          rowKey={({ rule, row }) => row?.id ?? rule.rule}
        />
      </div>
    </FoldingSection>
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
