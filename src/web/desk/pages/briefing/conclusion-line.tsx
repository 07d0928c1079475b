import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { settleConclusion } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Status } from '../../../shared/components/status.tsx';
import type { Briefing, Within } from './briefing.ts';
import { ConclusionEdit, type EditDraft } from './conclusion-edit.tsx';
import { ConclusionMeasure } from './conclusion-measure.tsx';
import { ConclusionTasks, type TasksOfConclusions } from './conclusion-tasks.tsx';
import { useMeeting } from './meeting.tsx';
import { type Waiting, waitingOf } from './outbox.ts';
import { isOutside, type SeatOption } from './seats-typed.ts';
import { type KeptForm, takeKeyboard, useKeptForm } from './use-draft.ts';
import { WaitingNote } from './waiting-note.tsx';

type Conclusion = Briefing['conclusions'][number];

type LineProps = {
  /** Its place among all of them, whichever are in sight; undefined: it was taken out. */
  readonly number: number | undefined;
  readonly className: string | undefined;
  readonly briefing: Briefing;
  readonly within: Within;
  readonly seats: readonly SeatOption[];
  readonly canWrite: boolean;
  readonly tasks: TasksOfConclusions | undefined;
};

/** A conclusion as it stands or while it is changed; one that somebody took out, as long as its form is open here [GV119]. */
export function ConclusionLine(props: LineProps & { readonly conclusionId: Id }): ReactElement | null {
  const { conclusionId, briefing } = props;
  const line = briefing.conclusions.find((one) => one.conclusionId === conclusionId);
  const editing = useKeptForm(`conclusion.${conclusionId}`);
  const measuring = useKeptForm(`measure.${conclusionId}`);
  const { waiting } = useMeeting();
  if (props.canWrite && editing.isOpen)
    return (
      <li value={props.number} className={props.className}>
        <ConclusionEdit
          conclusionId={conclusionId}
          line={line}
          briefing={briefing}
          seats={props.seats}
          within={props.within}
          form={editing}
        />
      </li>
    );
  if (line !== undefined) return <Standing {...props} line={line} editing={editing} measuring={measuring} />;
  const isMeasuring = props.canWrite && measuring.isOpen;
  const isWaiting = changesOf(waiting, conclusionId).length > 0;
  return isWaiting || isMeasuring ? (
    <li>
      {isMeasuring ? (
        <ConclusionMeasure
          conclusionId={conclusionId}
          line={undefined}
          briefing={briefing}
          within={props.within}
          form={measuring}
        />
      ) : null}
      <WaitingChanges conclusionId={conclusionId} form={editing} />
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
  const { line, briefing, within, canWrite, editing, measuring } = props;
  const isMeasuring = measuring.isOpen;
  return (
    <li value={props.number} className={props.className}>
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
      <ConclusionTasks conclusionId={line.conclusionId} within={within} known={props.tasks} />
      <WaitingChanges conclusionId={line.conclusionId} form={editing} />
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
function WaitingChanges({ conclusionId, form }: { conclusionId: Id; form: KeptForm }): ReactElement {
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
        />
      ))}
    </>
  );
}

function changesOf(waiting: readonly Waiting[], conclusionId: Id) {
  return waitingOf(waiting, 'changeConclusion').filter(({ input }) => input.conclusionId === conclusionId);
}

function changedWords({ text, ownerName, dueOn }: Waiting<'changeConclusion'>['input']): string {
  const due = dueOn === null ? '' : `, hạn ${formatDate(dueOn)}`;
  return `Sửa thành: “${text}”${ownerName === null ? '' : `, ${ownerName}`}${due}`;
}
