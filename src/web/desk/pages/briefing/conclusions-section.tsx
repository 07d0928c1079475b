import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import {
  addConclusion,
  changeConclusion,
  listDirectives,
  listSeats,
  removeConclusion,
  settleConclusion,
} from '../../../../modules/governance/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { codeOfCommune, may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { ConclusionEdit } from './conclusion-edit.tsx';
import { ConclusionForm } from './conclusion-form.tsx';
import { ConclusionTasks, type TasksOfConclusions, useTasksOfConclusions } from './conclusion-tasks.tsx';
import type { WaitingLine } from './outbox.ts';
import type { SeatOption } from './owner-field.tsx';
import { useOutbox } from './use-outbox.ts';

type Conclusion = Briefing['conclusions'][number];

/** The conclusions, one line each, and the line in which the next is typed. */
export function ConclusionsSection({
  briefing,
  within,
}: {
  briefing: Briefing;
  within: Within;
}): ReactElement {
  const me = useMe();
  const canWrite = may(me, addConclusion) && briefing.state !== 'closed';
  const { data } = useQuestion(listSeats, { communeId: within.communeId }, { enabled: canWrite });
  const tasks = useTasksOfConclusions(briefing, within);
  const outbox = useOutbox(within);
  const [mending, setMending] = useState<WaitingLine>();
  const known = new Set(briefing.conclusions.map(({ conclusionId }) => conclusionId));
  const waiting = outbox.waiting.filter(({ conclusionId }) => !known.has(conclusionId));
  return (
    <Section
      title="Kết luận"
      note={noteOf(briefing.conclusions)}
      actions={<DirectivesLink briefing={briefing} within={within} />}
    >
      <ol className="lines">
        {briefing.conclusions.map((line) => (
          <Line
            key={line.conclusionId}
            line={line}
            within={within}
            seats={data?.seats ?? []}
            canWrite={canWrite}
            tasks={tasks}
          />
        ))}
        {waiting.map((line) => (
          <Waiting
            key={line.conclusionId}
            line={line}
            onMend={() => setMending(line)}
            onDrop={() => outbox.drop(line.conclusionId)}
          />
        ))}
      </ol>
      {canWrite ? (
        <ConclusionForm
          key={mending?.conclusionId ?? 'new'}
          place={{ userId: me.userId, briefingId: within.briefingId }}
          seats={data?.seats ?? []}
          mending={mending}
          onAdd={(line) => {
            if (mending) outbox.replace(line);
            else outbox.add(line);
            setMending(undefined);
          }}
        />
      ) : null}
    </Section>
  );
}

/** Closed, the conclusions are directives: they stand in that list with what came of them. */
function DirectivesLink({ briefing, within }: { briefing: Briefing; within: Within }): ReactElement | null {
  const me = useMe();
  if (briefing.state !== 'closed' || briefing.conclusions.length === 0 || !may(me, listDirectives))
    return null;
  const xa = codeOfCommune(me, within.communeId);
  return (
    <AppLink className="twin" href={paths.directives({ xa, buoi: within.briefingId })}>
      Xem theo chỉ đạo
    </AppLink>
  );
}

function noteOf(conclusions: readonly Conclusion[]): string {
  if (conclusions.length === 0) return 'chưa có';
  const open = conclusions.filter(({ ownerName, dueOn }) => ownerName === null || dueOn === null).length;
  const count = formatInteger(conclusions.length);
  return open === 0 ? `${count}, đủ người và hạn` : `${count}, ${formatInteger(open)} chưa đủ người và hạn`;
}

function Line(props: {
  line: Conclusion;
  within: Within;
  seats: readonly SeatOption[];
  canWrite: boolean;
  tasks: TasksOfConclusions | undefined;
}): ReactElement {
  const { line, within, canWrite } = props;
  // The version the person began with: what others write meanwhile must not pass for what they saw [GV8].
  const [edited, setEdited] = useState<{ readonly version: number; readonly changeId: Id }>();
  const change = useCommand(changeConclusion);
  const remove = useCommand(removeConclusion);
  if (edited !== undefined)
    return (
      <li>
        <ConclusionEdit
          line={line}
          seats={props.seats}
          isBusy={change.isBusy}
          error={change.error ?? remove.error}
          onCancel={() => setEdited(undefined)}
          onRemove={() =>
            void remove.run({ ...within, conclusionId: line.conclusionId, baseVersion: edited.version })
          }
          onSave={async (content) => {
            const done = await change.run({
              ...within,
              ...content,
              conclusionId: line.conclusionId,
              baseVersion: edited.version,
              changeId: edited.changeId,
            });
            if (done !== undefined) setEdited(undefined);
          }}
        />
      </li>
    );
  return (
    <li>
      <span className="lines-text">{line.text}</span>
      <span className="lines-meta">
        <Status tone={line.ownerName === null ? 'warn' : 'dim'} icon="person">
          {line.ownerName ?? 'chưa có người làm'}
        </Status>
        <span className="push">{line.dueOn === null ? 'chưa có hạn' : formatDate(line.dueOn)}</span>
        {canWrite ? (
          <button
            type="button"
            className="icon-btn no-print"
            aria-label={`Sửa kết luận: ${line.text}`}
            onClick={() => setEdited({ version: line.version, changeId: crypto.randomUUID() as Id })}
          >
            <Icon name="edit" />
          </button>
        ) : null}
      </span>
      <ConclusionTasks conclusionId={line.conclusionId} within={within} known={props.tasks} />
      {line.others.map((other) => (
        <Choice key={other.versionId} line={line} other={other} within={within} />
      ))}
    </li>
  );
}

/** Two people wrote this line at once: both versions, and which one stays. */
function Choice(props: {
  line: Conclusion;
  other: Conclusion['others'][number];
  within: Within;
}): ReactElement {
  const { line, other, within } = props;
  const settle = useCommand(settleConclusion);
  const keep = (which: 'standing' | 'other') =>
    void settle.run({
      ...within,
      conclusionId: line.conclusionId,
      versionId: other.versionId,
      keep: which,
      baseVersion: line.version,
    });
  return (
    <div className="notice warn">
      <p>
        <b>Hai người cùng ghi dòng này.</b> {other.writtenByName} ghi: “{other.text}”
        {other.ownerName === null ? '' : `, ${other.ownerName}`}
        {other.dueOn === null ? '' : `, hạn ${formatDate(other.dueOn)}`}.
      </p>
      <Refused error={settle.error} />
      <p className="row-acts">
        <button type="button" className="btn sm" disabled={settle.isBusy} onClick={() => keep('standing')}>
          Giữ bản của {line.writtenByName}
        </button>
        <button type="button" className="btn sm" disabled={settle.isBusy} onClick={() => keep('other')}>
          Lấy bản của {other.writtenByName}
        </button>
      </p>
    </div>
  );
}

/** A line on its way: kept in the tab until the server has it, or until the person has mended what it refused. */
function Waiting(props: { line: WaitingLine; onMend: () => void; onDrop: () => void }): ReactElement {
  const { line, onMend, onDrop } = props;
  return (
    <li>
      <span className="lines-text">{line.text}</span>
      <span className="lines-meta">
        {line.refusal === undefined ? (
          <Status tone="dim" icon="clock">
            Chờ gửi
          </Status>
        ) : (
          <Status tone="bad" icon="warning">
            {line.refusal}
          </Status>
        )}
        {line.refusal === undefined ? null : (
          <span className="row-acts push">
            <button type="button" className="link" onClick={onMend}>
              Sửa lại
            </button>
            <button type="button" className="link" onClick={onDrop}>
              Bỏ
            </button>
          </span>
        )}
      </span>
    </li>
  );
}
