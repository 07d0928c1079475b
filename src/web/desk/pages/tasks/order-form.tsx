import { type FormEvent, type ReactElement, useState } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { giveDirective, listSeats } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { refusalCode } from '../../../shared/api/call.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Field, TextField } from '../../../shared/components/field.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { textOfDay } from '../../../shared/typed-date.ts';
import { idsToSend, type SentDraft, typedInto } from '../../sent-draft.ts';
import { type Me, useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import {
  type KeptForm,
  takeFirstField,
  takeKeyboard,
  useKeptFormAt,
  useTypedAt,
} from '../../use-kept-form.ts';
import { seatOptions } from '../briefing/seats-typed.ts';
import { NO_ORDER_PAPER, OrderPaper, type OrderPaperDraft, paperOf } from './order-paper.tsx';
import { OrderTarget } from './order-target.tsx';
import { leavesRecipientOut, NO_TARGET, type Target, whereTo } from './target.ts';
import { countedWithout, loansToGive, type OrderPreview, useOrderPreview } from './use-order-preview.ts';

/** A directive as it is being written; its id is made once for what it says, so that pressed twice it is given once. */
type OrderDraft = SentDraft & {
  readonly directiveId: Id;
  readonly text: string;
  readonly measure: string;
  readonly legalGround: string;
  readonly paper: OrderPaperDraft;
  readonly dueOn: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly dueTyped?: string | undefined;
  readonly target: Target;
};

/** The form of a commune's directive, kept in the tab: open again after a reload while something typed stands in it. */
export function useOrderForm(commune: Me['communes'][number]): KeptForm {
  return useKeptFormAt(useOrderAt(commune), FORM);
}

const FORM = 'order';

function useOrderAt({ id }: Me['communes'][number]): KeptAt {
  const { userId } = useMe();
  return { kind: 'order', userId, communeId: id, subjectId: id };
}

/** An order of the chair, or a resolution that the bank writes down: what, for whom, until when; the tasks are counted first. */
export function OrderForm({
  commune,
  form,
}: {
  readonly commune: Me['communes'][number];
  readonly form: KeptForm;
}): ReactElement {
  const isChair = useMe().acting.role === 'communeChair';
  const [draft, keep] = useTypedAt<OrderDraft>(useOrderAt(commune), form.name, emptyOrder);
  const { text, measure, legalGround, dueOn, target, paper } = draft;
  const { data: offices } = useQuestion(listSeats, { communeId: commune.id });
  const { data: preview, isStale } = useOrderPreview(commune, target);
  // Every loan left out: sent as it is, it would mean all of them.
  const isNobody =
    target.spread === 'loans' && preview !== undefined && countedWithout(preview, target).tasks === 0;
  const lacksList = target.spread === 'loans' && target.list === null;
  const leavesOut = leavesRecipientOut(target);
  /** What was missing is said once somebody has pressed. */
  const [isPressed, setPressed] = useState(false);
  const give = useCommand(giveDirective);
  // Given before, its answer lost: that is told first, so that nobody gives twice unawares; what is written or given then is another.
  const isTaken = refusalCode(give.error) === 'idTaken';
  const change = (changed: Partial<OrderDraft>) => {
    // What it was refused with speaks of a draft that stands no more.
    give.reset();
    keep(typedInto({ ...draft, isSent: isTaken }, changed, newDirective));
  };
  const toast = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(lacksList || leavesOut);
    if (dueOn === null || lacksList || leavesOut) return;
    const { directiveId } = idsToSend(draft, isTaken, newDirective);
    if (isTaken) keep({ directiveId });
    const said = {
      communeId: commune.id,
      directiveId,
      source: isChair ? ('order' as const) : ('resolution' as const),
      ...paperOf(paper, isChair),
      text,
      legalGround: legalGround || null,
      measure: measure || null,
      dueOn,
      ...whereTo(target),
      ...loansToGive(preview, target),
      figure: target.spread === 'loans' ? target.figure : null,
      recipients: target.spread === 'seats' ? [...target.recipients] : [],
    };
    const run = async (onTaken: () => void) => {
      const given = await give.run(said, { onTaken });
      if (given !== undefined)
        toast({ text: `Đã giao ${formatInteger(given.tasks)} việc, hạn ${formatDate(dueOn)}.` });
      return given;
    };
    await form.send(run, () => keep(newDirective()));
  };
  return (
    <Section title={isChair ? 'Ra chỉ đạo' : 'Ghi nghị quyết Ban đại diện'}>
      <form
        className="form order-form"
        // An order is begun with what is to be done, its number is seldom there yet; a resolution is written down with its number.
        ref={form.moved === 'opened' && !isChair ? takeFirstField : undefined}
        onSubmit={(event) => void submit(event)}
      >
        <OrderPaper isOrder={isChair} paper={paper} onPaper={(changed) => change({ paper: changed })} />
        <Field label="Việc phải làm">
          {(ids) => (
            <textarea
              {...ids}
              ref={form.moved === 'opened' && isChair ? takeKeyboard : undefined}
              className="input"
              rows={3}
              required
              maxLength={LONGEST.directive}
              value={draft.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
          )}
        </Field>
        <OrderTarget
          commune={commune}
          seats={seatOptions(offices)}
          target={target}
          listError={isPressed && lacksList ? 'Chưa chọn danh sách món vay. Chọn một danh sách.' : undefined}
          isRecipientLeftOut={isPressed && leavesOut}
          onTarget={(changed) => change({ target: changed })}
        />
        <DateField
          label="Hạn"
          value={dueOn ?? undefined}
          typed={textOfDay(draft.dueTyped, dueOn)}
          onDate={(date, dueTyped) => change({ dueOn: date ?? null, dueTyped })}
        />
        <TextField
          label="Kết quả phải có (nếu cần)"
          value={draft.measure}
          maxLength={LONGEST.measure}
          placeholder={inVillages('Danh sách có chữ ký của trưởng thôn', commune.name)}
          onText={(measure) => change({ measure })}
        />
        <TextField
          label="Căn cứ (nếu có)"
          value={draft.legalGround}
          maxLength={LONGEST.legalGround}
          onText={(legalGround) => change({ legalGround })}
        />
        <Preview preview={preview} target={target} />
        <Refused error={give.error} />
        <div className="form-acts">
          <button
            type="submit"
            className="btn go"
            // Without a list the preview is that of another choice: pressing says that one is missing.
            disabled={give.isBusy || dueOn === null || (!lacksList && (isStale || isNobody))}
          >
            Giao việc
          </button>
          <button type="button" className="btn" onClick={form.close}>
            Thôi
          </button>
        </div>
      </form>
    </Section>
  );
}

function emptyOrder(): OrderDraft {
  return {
    ...newDirective(),
    text: '',
    measure: '',
    legalGround: '',
    paper: NO_ORDER_PAPER,
    dueOn: null,
    target: NO_TARGET,
  };
}

function newDirective(): Pick<OrderDraft, 'directiveId'> {
  return { directiveId: crypto.randomUUID() as Id };
}

const OWNERS_SHOWN = 4;

/** How many tasks there would be and whose, before anything is given. */
function Preview({
  preview,
  target,
}: {
  preview: OrderPreview | undefined;
  target: Target;
}): ReactElement | null {
  if (target.spread === 'seats')
    return <p className="order-count">Sẽ giao {formatInteger(target.recipients.length)} việc.</p>;
  if ((target.spread === 'loans' && target.list === null) || preview === undefined) return null;
  const { tasks, owners } = countedWithout(preview, target);
  const shown = owners.slice(0, OWNERS_SHOWN).map((owner) => `${owner.name}: ${formatInteger(owner.tasks)}`);
  const more = owners.length - shown.length;
  return (
    <p className="order-count" role="status">
      Sẽ giao <b>{formatInteger(tasks)}</b> việc cho {formatInteger(owners.length)} nơi nhận
      {preview.dataDate === null ? '' : `, theo số liệu ${formatDate(preview.dataDate)}`}.
      {tasks > preview.mostTasks
        ? ` Một chỉ đạo giao được nhiều nhất ${formatInteger(preview.mostTasks)} việc: lọc bớt.`
        : ''}
      {shown.length === 0 ? null : (
        <span className="sub">
          {shown.join('; ')}
          {more > 0 ? `; và ${formatInteger(more)} nơi nữa` : ''}
        </span>
      )}
    </p>
  );
}
