import { type FormEvent, type ReactElement, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import {
  acceptTask,
  cancelTask,
  handOverTask,
  listSeats,
  returnTask,
} from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { mayHappen } from '../../../../modules/governance/domain/task.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { typedInto } from '../../sent-draft.ts';
import { useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import { isTypedAt, takeFirstField, useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';
import { useAskedOutside } from '../briefing/asked-outside.ts';
import { NumberNote } from '../briefing/number-note.tsx';
import { OwnerField } from '../briefing/owner-field.tsx';
import { OwnerHint } from '../briefing/owner-hint.tsx';
import { seatOptions } from '../briefing/seats-typed.ts';
import { blankJudgement, type JudgementDraft, judgementIds } from './judgement-draft.ts';
import type { WholeTask, WithinTask } from './task.ts';

type Step = 'return' | 'handOver' | 'cancel';
type OfState = { readonly task: Pick<WholeTask['task'], 'state'> };
type Props = { readonly whole: WholeTask; readonly within: WithinTask };

const WORDS: Readonly<Record<Step, { readonly open: string; readonly go: string; readonly reason: string }>> =
  {
    return: { open: 'Trả lại', go: 'Trả lại việc', reason: 'Lý do trả lại' },
    handOver: { open: 'Chuyển người khác', go: 'Chuyển việc', reason: 'Lý do chuyển' },
    cancel: { open: 'Hủy việc', go: 'Hủy việc này', reason: 'Lý do hủy' },
  };

/** Says to whoever wrote the report why there is nothing to press, and who takes it [GV36]. */
const LEFT_TO_ANOTHER =
  'Người ghi báo cáo không tự nhận, không tự trả lại. Chủ tịch UBND, giám đốc hoặc cán bộ ngân hàng khác sẽ xem.';

/** Whether a report waits for somebody else, because this person wrote it [GV36]. */
function isLeftToAnother({ hasReported, task }: Pick<WholeTask, 'hasReported'> & OfState): boolean {
  return hasReported && task.state === 'reported';
}

/** What may be done with a task besides taking its report: one that is reported goes back, it is not handed over [GV34]. */
function stepsOf({ may, task }: WholeTask): readonly Step[] {
  if (may.judge) return ['return', 'cancel'];
  return mayHappen('handedOver', task.state) ? ['handOver', 'cancel'] : ['cancel'];
}

/** What bank and chair decide of a task: take the report or give it back; hand the task over, take it back. */
export function JudgeSection({ whole, within }: Props): ReactElement {
  const accept = useCommand(acceptTask);
  const at = useJudgementAt(within);
  const [eventId, setEventId] = useState(newId);
  const { judge } = whole.may;
  const steps = stepsOf(whole);
  // A form in which something was typed is open again after a reload.
  const [step, setStep] = useState(() => steps.find((one) => isTypedAt(at, one)));
  const [isPressed, setPressed] = useState(false);
  const press = (one: Step) => {
    setPressed(true);
    setStep(step === one ? undefined : one);
  };
  const take = async () => {
    const { version } = whole.task;
    if ((await accept.run({ ...within, eventId, baseVersion: version })) === undefined) return;
    setStep(undefined);
    setEventId(newId());
  };
  return (
    <Section title={judge ? 'Kết quả này được không' : 'Thay đổi việc'} isScreenOnly>
      {isLeftToAnother(whole) ? <p>{LEFT_TO_ANOTHER}</p> : null}
      <div className="form-acts no-print">
        {judge ? (
          <button type="button" className="btn go" disabled={accept.isBusy} onClick={() => void take()}>
            Nhận kết quả
          </button>
        ) : null}
        {steps.map((one) => (
          <button
            key={one}
            type="button"
            className="btn"
            aria-expanded={step === one}
            onClick={() => press(one)}
          >
            {WORDS[one].open}
          </button>
        ))}
      </div>
      <Refused error={accept.error} />
      {step === undefined ? null : (
        <ReasonForm
          key={step}
          isJustOpened={isPressed}
          {...{ step, whole, within }}
          onDone={() => setStep(undefined)}
        />
      )}
    </Section>
  );
}

/** The reason of a return, a hand-over or a cancellation; of a hand-over the next owner too. */
function ReasonForm(
  props: Props & {
    step: Step;
    /** Somebody has just opened it: they type at once. */
    isJustOpened: boolean;
    onDone: () => void;
  },
): ReactElement {
  const { step, within } = props;
  const form = useKeptFormAt(useJudgementAt(within), step, props.onDone);
  const [draft, change] = useTypedAt<JudgementDraft>(useJudgementAt(within), step, () =>
    blankJudgement(newId),
  );
  const { reason, eventId, newTaskId, isSent: _, ...owner } = draft;
  const type = (typed: Partial<JudgementDraft>) => change(typedInto(draft, typed, () => judgementIds(newId)));
  const commands = {
    return: useCommand(returnTask),
    cancel: useCommand(cancelTask),
    handOver: useCommand(handOverTask),
  };
  const { data } = useQuestion(listSeats, { communeId: within.communeId }, { enabled: step === 'handOver' });
  const seats = seatOptions(data);
  const outside = useAskedOutside(seats);
  const { isBusy, error } = commands[step];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (step === 'handOver' && outside.stops(owner, event)) return;
    const said = { ...within, eventId, baseVersion: props.whole.task.version, reason };
    change({ isSent: true });
    const next = { newTaskId, seat: owner.ownerSeat, name: owner.ownerName ?? '' };
    await form.send(
      (onTaken) =>
        step === 'handOver'
          ? commands.handOver.run({ ...said, ...next }, { onTaken })
          : commands[step].run(said, { onTaken }),
      () => change({ ...judgementIds(newId), isSent: false }),
    );
  };
  return (
    <form
      className="form form-apart"
      ref={props.isJustOpened ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      {step === 'handOver' ? (
        <div className="form-field">
          <span className="form-label">Người nhận mới</span>
          <OwnerField
            label="Người nhận mới"
            seats={seats}
            value={owner}
            field={outside.field}
            onOwner={type}
          />
          <OwnerHint
            seats={seats}
            value={owner}
            field={outside.field}
            askedOf={outside.askedOf}
            press={WORDS[step].go}
            consequence="giao cho nơi ngoài hệ thống, cần gửi bằng giấy."
            onOwner={type}
          />
        </div>
      ) : null}
      <TextField
        label={WORDS[step].reason}
        value={reason}
        required
        maxLength={LONGEST.taskReason}
        onText={(typed) => type({ reason: typed })}
      />
      <NumberNote text={reason} />
      <Refused error={error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go"
          disabled={isBusy || (step === 'handOver' && owner.ownerName === null)}
        >
          {WORDS[step].go}
        </button>
      </div>
    </form>
  );
}

/** Where what is said of a task is kept while it is typed. */
function useJudgementAt({ communeId, taskId: subjectId }: WithinTask): KeptAt {
  const { userId } = useMe();
  return { kind: 'judgement', userId, communeId, subjectId };
}

function newId(): Id {
  return crypto.randomUUID() as Id;
}
