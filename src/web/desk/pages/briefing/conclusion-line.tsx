import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { Icon } from '../../../shared/components/icon.tsx';
import type { Briefing, Within } from './briefing.ts';
import { ConclusionChoices } from './conclusion-choices.tsx';
import { ConclusionEdit, type EditDraft } from './conclusion-edit.tsx';
import { ConclusionMeasure } from './conclusion-measure.tsx';
import { ConclusionTasks, isDayTold, isOfNobody, type TasksOfConclusions } from './conclusion-tasks.tsx';
import { useMeeting } from './meeting.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import { OwnerMark } from './owner-mark.tsx';
import { conclusionEditId, conclusionLineId } from './places.ts';
import type { SeatOption } from './seats-typed.ts';
import { UnsentConclusion } from './unsent-conclusion.tsx';
import { type KeptForm, takeKeyboard, useKeptForm } from './use-draft.ts';
import { isVacant } from './vacant-owners.ts';
import { WaitingNote } from './waiting-note.tsx';

type Conclusion = Briefing['conclusions'][number];

type LineProps = {
  /** As it waits for the server; undefined where it has it. */
  readonly unsent: Waiting<'addConclusion'> | undefined;
  /** Its place among all of them, whichever are in sight; undefined: it was taken out. */
  readonly number: number | undefined;
  readonly className: string | undefined;
  readonly briefing: Briefing;
  readonly within: Within;
  readonly seats: readonly SeatOption[];
  readonly canWrite: boolean;
  readonly tasks: TasksOfConclusions | undefined;
};

/** A conclusion as it stands, waits to be sent or is changed; one that somebody took out, as long as its form is open here [GV119]. */
export function ConclusionLine(props: LineProps & { readonly conclusionId: Id }): ReactElement | null {
  const { conclusionId, briefing, unsent } = props;
  const line = briefing.conclusions.find((one) => one.conclusionId === conclusionId);
  const editing = useKeptForm(`conclusion.${conclusionId}`);
  const measuring = useKeptForm(`measure.${conclusionId}`);
  const { waiting } = useMeeting();
  if (props.canWrite && editing.isOpen)
    return (
      <li
        id={conclusionLineId(conclusionId)}
        value={props.number}
        className={(line ?? unsent) === undefined ? 'is-gone' : props.className}
      >
        <ConclusionEdit
          conclusionId={conclusionId}
          line={line}
          unsent={line === undefined ? unsent : undefined}
          briefing={briefing}
          seats={props.seats}
          within={props.within}
          form={editing}
        />
      </li>
    );
  if (line !== undefined) return <Standing {...props} line={line} editing={editing} measuring={measuring} />;
  if (unsent !== undefined) return <UnsentConclusion {...props} unsent={unsent} form={editing} />;
  const isMeasuring = props.canWrite && measuring.isOpen;
  const isWaiting = changesOf(waiting, conclusionId).length > 0;
  return isWaiting || isMeasuring ? (
    <li className="is-gone">
      {isMeasuring ? (
        <ConclusionMeasure
          conclusionId={conclusionId}
          line={undefined}
          briefing={briefing}
          within={props.within}
          form={measuring}
        />
      ) : null}
      <WaitingChanges conclusionId={conclusionId} version={undefined} form={editing} />
    </li>
  ) : null;
}

function Standing(
  props: LineProps & {
    readonly line: Conclusion;
    readonly editing: KeptForm;
    readonly measuring: KeptForm;
  },
): ReactElement {
  const { line, briefing, within, tasks, canWrite, editing, measuring } = props;
  const isMeasuring = measuring.isOpen;
  return (
    <li id={conclusionLineId(line.conclusionId)} value={props.number} className={props.className}>
      <span className="lines-text">{line.text}</span>
      <span className="lines-meta">
        <OwnerMark line={line} isVacant={isHeldByNobody(props)} />
        {tasks !== undefined && isDayTold(tasks, line) ? null : (
          <span className="push">{line.dueOn === null ? 'chưa có hạn' : formatDate(line.dueOn)}</span>
        )}
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
              id={conclusionEditId(line.conclusionId)}
              aria-label={`Sửa kết luận: ${line.text}`}
              ref={editing.moved === 'closed' ? takeKeyboard : undefined}
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
      {isMeasuring && canWrite ? (
        <ConclusionMeasure
          conclusionId={line.conclusionId}
          {...{ line, briefing, within }}
          form={measuring}
        />
      ) : null}
      <ConclusionTasks conclusionId={line.conclusionId} within={within} known={tasks} />
      <WaitingChanges conclusionId={line.conclusionId} version={line.version} form={editing} />
      <ConclusionChoices line={line} within={within} />
    </li>
  );
}

/** Until the meeting has ended by the offices that can be chosen [GV250], then by the task that the line became [GV281]. */
function isHeldByNobody({
  line,
  briefing,
  seats,
  tasks,
}: Pick<LineProps, 'briefing' | 'seats' | 'tasks'> & { readonly line: Conclusion }): boolean {
  if (!isEnded(briefing.state)) return isVacant(seats, line);
  return tasks !== undefined && isOfNobody(tasks, line.conclusionId);
}

/** Changes of a line that the server does not have yet, and that it was withdrawn before its answer came [GV244]. */
function WaitingChanges(props: {
  conclusionId: Id;
  /** Undefined: the line was taken out. */
  version: number | undefined;
  form: KeptForm;
}): ReactElement {
  const { conclusionId, version, form } = props;
  const { waiting, drop } = useMeeting();
  const mend = ({ entryId, input }: Waiting<'changeConclusion'>) => {
    const { text, ownerSeat, ownerName, dueOn, baseVersion, changeId } = input;
    drop(entryId);
    form.open({ text, ownerSeat, ownerName, dueOn, baseVersion, changeId } satisfies EditDraft);
  };
  return (
    <>
      {changesOf(waiting, conclusionId).map((entry) => (
        <WaitingNote
          key={entry.entryId}
          entry={entry}
          text={changedWords(entry.input)}
          onMend={() => mend(entry)}
          anew={() => againstStanding(entry, version)}
        />
      ))}
      {waitingOf(waiting, 'removeConclusion')
        .filter(({ input }) => input.conclusionId === conclusionId)
        .map((entry) => (
          <WaitingNote key={entry.entryId} entry={entry} text="Rút kết luận này." />
        ))}
    </>
  );
}

/** The same change of what stands now, as another one. */
function againstStanding(
  { kind, entryId, input }: Waiting<'changeConclusion'>,
  version: number | undefined,
): Waiting {
  const changed = { baseVersion: version ?? input.baseVersion, changeId: crypto.randomUUID() as Id };
  return { kind, entryId, input: { ...input, ...changed } };
}

function changesOf(waiting: readonly Waiting[], conclusionId: Id) {
  return waitingOf(waiting, 'changeConclusion').filter(({ input }) => input.conclusionId === conclusionId);
}

function changedWords({ text, ownerName, dueOn }: Waiting<'changeConclusion'>['input']): string {
  const due = dueOn === null ? '' : `, hạn ${formatDate(dueOn)}`;
  return `Sửa thành: “${text}”${ownerName === null ? '' : `, ${ownerName}`}${due}`;
}
