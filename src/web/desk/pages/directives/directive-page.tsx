import type { ReactElement, ReactNode } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { showDirective } from '../../../../modules/governance/contract.ts';
import { SPREADS } from '../../../../modules/governance/domain/directive.ts';
import { countsAs } from '../../../../modules/governance/domain/task.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { type DirectiveFilter, paths } from '../../paths.ts';
import { communeOf, type Me, useMe } from '../../session.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import type { TaskWithFigures } from '../tasks/task.ts';
import { TaskFacts } from '../tasks/task-facts.tsx';
import { TaskList } from '../tasks/task-list.tsx';
import { MEASURES, measureOf, TASK_MEASURES } from '../tasks/task-measures.ts';
import { originWords, type WholeDirective } from './directive.ts';

/** One directive: what was ordered by which paper, and its tasks. */
export function DirectivePage(): ReactElement {
  const me = useMe();
  const { commune: code, directive } = useAddressParams();
  const commune = communeOf(me, code);
  if (commune === undefined || directive === undefined) return <NotFound />;
  return <OneDirective key={directive} commune={commune} directiveId={directive as Me['userId']} />;
}

function OneDirective(props: { commune: Me['communes'][number]; directiveId: Me['userId'] }): ReactElement {
  const { commune, directiveId } = props;
  const answer = useQuestion(showDirective, { communeId: commune.id, directiveId });
  useTitle(answer.data === undefined ? 'Chỉ đạo' : answer.data.text);
  return (
    <Page>
      <Show answer={answer} rows={10} nothing={<NothingHere />}>
        {(whole) => <DirectiveBody whole={whole} communeCode={commune.code ?? commune.id} />}
      </Show>
    </Page>
  );
}

type Body = { readonly whole: WholeDirective; readonly communeCode: string };

function DirectiveBody({ whole, communeCode }: Body): ReactElement {
  const filter: DirectiveFilter = useSearchParams();
  const tasks = whole.tasks.filter((task) => isShown(task, filter, whole.today));
  const hrefOf = (loc?: string) => paths.directive(communeCode, whole.directiveId, { loc });
  return (
    <>
      <PageHead title={whole.text}>
        <AppLink href={paths.directives({ xa: communeCode })}>Chỉ đạo</AppLink> / {originWords(whole)}. Hạn{' '}
        {formatDate(whole.dueOn)}
      </PageHead>
      <div className="cols task-cols">
        <div className="column">
          <Section
            title="Việc"
            note={noteOf(filter.loc)}
            actions={<StateLinks whole={whole} current={filter.loc} hrefOf={hrefOf} />}
          >
            {tasks.length === 0 ? (
              <EmptyState>Không có việc nào như vậy.</EmptyState>
            ) : (
              <TaskList tasks={tasks} today={whole.today} hasOwner isOfOneDirective />
            )}
          </Section>
        </div>
        <div className="column">
          <Facts whole={whole} communeCode={communeCode} />
        </div>
      </div>
    </>
  );
}

/** Which tasks of the directive are shown. */
function noteOf(loc: string | undefined): string {
  const measure = measureOf(loc);
  return measure === undefined || measure === 'given' ? 'tất cả' : TASK_MEASURES[measure].said;
}

function isShown(
  task: TaskWithFigures,
  { loc, cua, ten }: DirectiveFilter,
  today: WholeDirective['today'],
): boolean {
  if (cua !== undefined && task.ownerSeat !== cua) return false;
  if (ten !== undefined && (task.ownerSeat !== null || task.ownerName !== ten)) return false;
  const measure = measureOf(loc);
  return measure === undefined || countsAs(measure, task, today);
}

/** The numbers of the directive; each shows its tasks, the first all. */
function StateLinks(props: {
  whole: WholeDirective;
  current: string | undefined;
  hrefOf: (loc?: string) => string;
}): ReactElement {
  const { counts } = props.whole;
  return (
    <>
      <AppLink href={props.hrefOf()} aria-current={props.current === undefined ? 'true' : undefined}>
        {formatInteger(counts.given)} việc
      </AppLink>
      {MEASURES.filter((measure) => measure !== 'given' && counts[measure] > 0).map((measure) => {
        const { loc, said } = TASK_MEASURES[measure];
        return (
          <AppLink
            key={measure}
            href={props.hrefOf(loc)}
            aria-current={props.current === loc ? 'true' : undefined}
          >
            {formatInteger(counts[measure])} {said}
          </AppLink>
        );
      })}
    </>
  );
}

function Facts({ whole, communeCode }: Body): ReactElement {
  const commune = communeOf(useMe(), communeCode);
  const { briefingId } = whole;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      'Từ',
      briefingId === null ? (
        originWords(whole)
      ) : (
        <AppLink key="briefing" href={paths.briefing(communeCode, briefingId)}>
          {originWords(whole)}
        </AppLink>
      ),
    ],
    ['Người giao', `${whole.issuerName}, ${formatDate(whole.givenOn)}`],
    ['Hạn', formatDate(whole.dueOn)],
    ['Kết quả phải có', whole.measure],
    ['Căn cứ', whole.legalGround],
    ['Giao theo', inVillages(SPREADS[whole.spread], commune?.name ?? '')],
    ['Số liệu để so', whole.listDate === null ? null : formatDate(whole.listDate)],
  ];
  return (
    <Section title="Chỉ đạo">
      <TaskFacts rows={rows} />
    </Section>
  );
}
