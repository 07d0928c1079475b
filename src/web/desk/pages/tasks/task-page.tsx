import type { ReactElement, ReactNode } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { showDirective, showTask } from '../../../../modules/governance/contract.ts';
import { SPREADS } from '../../../../modules/governance/domain/directive.ts';
import { ownerWords } from '../../../../modules/governance/domain/task.ts';
import { showHousehold } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { Chip, Status } from '../../../shared/components/status.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { communeOf, may, useMe } from '../../session.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useAddressParams, useTitle } from '../../use-address.ts';
import { originWords } from '../directives/directive.ts';
import { JudgeSection } from './judge-section.tsx';
import { LeftReport } from './left-report.tsx';
import { OwnSteps } from './own-steps.tsx';
import { ReportPart } from './report-part.tsx';
import { markOf, progressOf, remindersText, type WholeTask, type WithinTask } from './task.ts';
import { TaskEvents } from './task-events.tsx';
import { TaskFacts } from './task-facts.tsx';

/** One task: what is asked, one step to answer it, what happened so far, and what the figures say. */
export function TaskPage(): ReactElement {
  const me = useMe();
  const { commune: code, task } = useAddressParams();
  const commune = communeOf(me, code);
  if (commune === undefined || code === undefined || task === undefined) return <NotFound />;
  const within = { communeId: commune.id, taskId: task as WithinTask['taskId'] };
  return <OneTask key={task} within={within} communeCode={code} />;
}

function OneTask({ within, communeCode }: { within: WithinTask; communeCode: string }): ReactElement {
  const answer = useQuestion(showTask, within);
  useTitle(answer.data === undefined ? 'Việc được giao' : answer.data.task.text);
  return (
    <Page>
      <Show answer={answer} rows={10} nothing={<NothingHere />}>
        {(whole) => <TaskBody whole={whole} within={within} communeCode={communeCode} />}
      </Show>
    </Page>
  );
}

type Body = { whole: WholeTask; within: WithinTask; communeCode: string };

function TaskBody({ whole, within, communeCode }: Body): ReactElement {
  const { task, today, isOwn } = whole;
  const { tone, icon, words } = markOf(task, today);
  return (
    <>
      <PageHead
        title={task.text}
        mark={
          <Chip tone={tone === 'plain' ? 'info' : tone} icon={icon}>
            {words}
          </Chip>
        }
      >
        <AppLink href={paths.tasks({ xa: communeCode })}>Việc được giao</AppLink> / {ownerWords(task)}. Hạn{' '}
        {formatDate(task.dueOn)}
      </PageHead>
      <div className="cols task-cols">
        <div className="column">
          {whole.may.judge ? <JudgeSection whole={whole} within={within} /> : null}
          {isOwn ? <OwnSteps whole={whole} within={within} /> : null}
          {whole.may.answer && isOwn ? <ReportPart whole={whole} within={within} isOwn /> : null}
          {whole.may.answer ? null : <LeftReport {...within} />}
          <TaskEvents whole={whole} within={within} communeCode={communeCode} />
          {whole.may.answer && !isOwn ? <ReportPart whole={whole} within={within} isOwn={false} /> : null}
        </div>
        <div className="column">
          <Asked whole={whole} communeCode={communeCode} />
          <Figures whole={whole} />
          {whole.may.change && !whole.may.judge ? <JudgeSection whole={whole} within={within} /> : null}
        </div>
      </div>
    </>
  );
}

function Asked({ whole, communeCode }: Omit<Body, 'within'>): ReactElement {
  const me = useMe();
  const { task, directive } = whole;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Người nhận', [ownerWords(task), progressOf(task.state)].filter((words) => words !== null).join(', ')],
    ['Người giao', `${directive.issuerName}, ${formatDate(directive.givenOn)}`],
    ['Từ', <SourceOfTask key="source" whole={whole} communeCode={communeCode} />],
    ['Về hộ', aboutOf(whole, communeCode, may(me, showHousehold))],
    ['Kết quả phải có', directive.measure],
    ['Đã nhắc', remindersText(whole.reminders, task.ownerNow)],
    ['Căn cứ', directive.legalGround],
    [
      'Giao theo',
      directive.spread === 'seats'
        ? null
        : inVillages(SPREADS[directive.spread], communeOf(me, communeCode)?.name ?? ''),
    ],
  ];
  return (
    <Section title="Việc">
      <TaskFacts rows={rows} />
      <div className="task-links">
        {may(me, showDirective) ? (
          <AppLink className="twin" href={paths.directive(communeCode, task.directiveId)}>
            Cả chỉ đạo và các việc của nó
          </AppLink>
        ) : null}
        {whole.handedTo === null ? null : (
          <AppLink className="twin" href={paths.task(communeCode, whole.handedTo)}>
            Việc sau khi chuyển
          </AppLink>
        )}
        {whole.handedFrom === null ? null : (
          <AppLink className="twin" href={paths.task(communeCode, whole.handedFrom)}>
            Việc trước khi chuyển
          </AppLink>
        )}
      </div>
    </Section>
  );
}

/** Where it comes from: the briefing that concluded it, the resolution, the chair's order. */
function SourceOfTask({ whole, communeCode }: Omit<Body, 'within'>): ReactElement {
  const { directive, communeName } = whole;
  if (directive.briefingId === null) return <>{originWords(directive)}</>;
  return (
    <AppLink href={paths.briefing(communeCode, directive.briefingId)}>
      {originWords(directive)}, {communeName}
    </AppLink>
  );
}

function aboutOf(
  { task }: WholeTask,
  communeCode: string,
  hasHouseholds: boolean,
): ReactElement | string | null {
  if (task.contractNo === null) return null;
  const words = `${task.personName ?? 'Hộ vay'}, khế ước ${task.contractNo}`;
  if (task.householdId === null || !hasHouseholds) return words;
  return <AppLink href={paths.household(communeCode, task.householdId)}>{words}</AppLink>;
}

/** What the newest figures say, beside the report; a contradiction is said and changes nothing [GV44], [GV45]. */
function Figures({ whole }: { whole: WholeTask }): ReactElement | null {
  const { figures, isContradicted, directiveFigures } = whole;
  if (figures === null && directiveFigures === null) return null;
  return (
    <Section title="Số liệu nói gì">
      {figures === null ? null : (
        <p>
          {isContradicted ? (
            <Status tone="warn" icon="warning">
              Khác với báo cáo đã xong
            </Status>
          ) : null}{' '}
          {figures.sentence}
        </p>
      )}
      {directiveFigures === null ? null : <p className="small dim">{directiveFigures.sentence}</p>}
    </Section>
  );
}
