import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { addConclusion, listSeats, settleConclusion } from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing, Within } from './briefing.ts';
import { ConclusionEdit, type EditDraft } from './conclusion-edit.tsx';
import { ConclusionForm } from './conclusion-form.tsx';
import { ConclusionMeasure } from './conclusion-measure.tsx';
import {
  ConclusionTasks,
  DirectivesLink,
  type TasksOfConclusions,
  useTasksOfConclusions,
} from './conclusion-tasks.tsx';
import { useMeeting } from './meeting.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import { isOutside, type SeatOption } from './seats-typed.ts';
import { type KeptForm, useKeptForm } from './use-draft.ts';
import { WaitingNote } from './waiting-note.tsx';

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
  const canWrite = may(me, addConclusion) && !isEnded(briefing.state);
  const { data } = useQuestion(listSeats, { communeId: within.communeId }, { enabled: canWrite });
  const tasks = useTasksOfConclusions(briefing, within);
  const outbox = useMeeting();
  const [mending, setMending] = useState<Waiting<'addConclusion'>>();
  const known = new Set(briefing.conclusions.map(({ conclusionId }) => conclusionId));
  const waiting = waitingOf(outbox.waiting, 'addConclusion').filter(
    ({ input }) => !known.has(input.conclusionId),
  );
  return (
    <Section title="Kết luận" note={noteOf(briefing.conclusions)}>
      <ol className="lines">
        {briefing.conclusions.map((line) => (
          <Line
            key={line.conclusionId}
            line={line}
            briefing={briefing}
            within={within}
            seats={data?.seats ?? []}
            canWrite={canWrite}
            tasks={tasks}
          />
        ))}
        {waiting.map((entry) => (
          <li key={entry.entryId}>
            <WaitingNote entry={entry} text={entry.input.text} onMend={() => setMending(entry)} />
          </li>
        ))}
      </ol>
      <DirectivesLink briefing={briefing} within={within} />
      {canWrite ? (
        <ConclusionForm
          key={mending?.entryId ?? 'new'}
          within={within}
          briefing={briefing}
          seats={data?.seats ?? []}
          mending={mending}
          onAdd={(line) => {
            outbox.put(line);
            setMending(undefined);
          }}
        />
      ) : null}
    </Section>
  );
}

function noteOf(conclusions: readonly Conclusion[]): string {
  if (conclusions.length === 0) return 'chưa có';
  const open = conclusions.filter(({ ownerName, dueOn }) => ownerName === null || dueOn === null).length;
  const count = formatInteger(conclusions.length);
  const outside = conclusions.filter(isOutside).length;
  const told = open === 0 ? 'đủ người và hạn' : `${formatInteger(open)} chưa đủ người và hạn`;
  return `${count}, ${told}${outside === 0 ? '' : `, ${formatInteger(outside)} ngoài hệ thống`}`;
}

function Line(props: {
  line: Conclusion;
  briefing: Briefing;
  within: Within;
  seats: readonly SeatOption[];
  canWrite: boolean;
  tasks: TasksOfConclusions | undefined;
}): ReactElement {
  const { line, within, canWrite } = props;
  const editing = useKeptForm(`conclusion.${line.conclusionId}`);
  const measuring = useKeptForm(`measure.${line.conclusionId}`);
  const isMeasuring = measuring.isOpen;
  if (canWrite && editing.isOpen)
    return (
      <li>
        <ConclusionEdit
          line={line}
          briefing={props.briefing}
          seats={props.seats}
          within={within}
          form={editing}
        />
      </li>
    );
  return (
    <li>
      <span className="lines-text">{line.text}</span>
      <span className="lines-meta">
        <Status tone={line.ownerName === null ? 'warn' : 'dim'} icon="person">
          {line.ownerName ?? 'chưa có người làm'}
          {isOutside(line) ? <span className="dim"> (ngoài hệ thống)</span> : null}
        </Status>
        <span className="push">{line.dueOn === null ? 'chưa có hạn' : formatDate(line.dueOn)}</span>
        {canWrite ? (
          <span className="nowrap no-print">
            <button
              type="button"
              className="icon-btn"
              aria-label={`Đo bằng số liệu: ${line.text}`}
              aria-expanded={isMeasuring}
              title="Đo bằng số liệu"
              onClick={() => (isMeasuring ? measuring.close() : measuring.open())}
            >
              <Icon name="target" />
            </button>
            <button
              type="button"
              className="icon-btn"
              aria-label={`Sửa kết luận: ${line.text}`}
              onClick={() => editing.open()}
            >
              <Icon name="edit" />
            </button>
          </span>
        ) : null}
      </span>
      {line.measuredBy === null || isMeasuring ? null : (
        <span className="lines-measure small dim">Đo bằng số liệu: {line.measuredBy.words}</span>
      )}
      {isMeasuring && canWrite ? <ConclusionMeasure line={line} within={within} form={measuring} /> : null}
      <ConclusionTasks conclusionId={line.conclusionId} within={within} known={props.tasks} />
      <WaitingChanges line={line} form={editing} />
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

/** Changes of a line that the server does not have yet. */
function WaitingChanges({ line, form }: { line: Conclusion; form: KeptForm }): ReactElement {
  const { waiting, drop } = useMeeting();
  const mend = ({ entryId, input }: Waiting<'changeConclusion'>) => {
    const { text, ownerSeat, ownerName, dueOn, baseVersion, changeId } = input;
    drop(entryId);
    form.open({ text, ownerSeat, ownerName, dueOn, baseVersion, changeId } satisfies EditDraft);
  };
  return (
    <>
      {waitingOf(waiting, 'changeConclusion')
        .filter(({ input }) => input.conclusionId === line.conclusionId)
        .map((entry) => (
          <WaitingNote
            key={entry.entryId}
            entry={entry}
            text={changedWords(entry.input)}
            onMend={() => mend(entry)}
          />
        ))}
    </>
  );
}

function changedWords({ text, ownerName, dueOn }: Waiting<'changeConclusion'>['input']): string {
  const due = dueOn === null ? '' : `, hạn ${formatDate(dueOn)}`;
  return `Sửa thành: “${text}”${ownerName === null ? '' : `, ${ownerName}`}${due}`;
}
