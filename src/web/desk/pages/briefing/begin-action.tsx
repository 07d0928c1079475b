import { type FormEvent, type ReactElement, useId } from 'react';
import { addDays, type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { openBriefing } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';
import { useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import { type KeptForm, useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';
import type { Briefing, Within } from './briefing.ts';

type Props = {
  readonly briefing: Pick<Briefing, 'heldOn' | 'today'>;
  readonly within: Within;
  /** On the button where a row of several says more. */
  readonly words?: string;
  readonly isSmall?: boolean;
  /** After the meeting has begun. */
  readonly onBegun?: () => void;
};

/** The button that begins a meeting: at once on the session's day, on a later one after the day on which people met is told [GV104]. */
export function BeginAction({ briefing, within, words, isSmall, onBegun }: Props): ReactElement {
  const { heldOn, today } = briefing;
  const open = useCommand(openBriefing);
  const { at, form } = useDayForm(within);
  const isEarly = today < heldOn;
  const whyId = useId();
  return (
    <div className="begin">
      {isEarly ? (
        <span id={whyId} className="small dim no-print">
          Bắt đầu được từ ngày {formatDate(heldOn)}
        </span>
      ) : null}
      <button
        type="button"
        className={isSmall ? 'btn sm no-print' : 'btn go no-print'}
        disabled={open.isBusy || isEarly}
        {...(isEarly ? { 'aria-describedby': whyId } : {})}
        onClick={() => (today === heldOn ? void open.run(within) : form.open())}
      >
        {words ?? 'Bắt đầu giao ban'}
      </button>
      {form.isOpen ? null : <Refused error={open.error} />}
      {form.isOpen && today > heldOn ? (
        <DayQuestion briefing={briefing} within={within} at={at} form={form} onBegun={onBegun} />
      ) : null}
    </div>
  );
}

/** The question's form: kept with what else is typed of the briefing. */
function useDayForm({ communeId, briefingId: subjectId }: Within): {
  readonly at: KeptAt;
  readonly form: KeptForm;
} {
  const { userId } = useMe();
  const at: KeptAt = { kind: 'draft', userId, communeId, subjectId };
  return { at, form: useKeptFormAt(at, 'begin') };
}

type DayMet = {
  readonly answer: 'today' | 'before' | undefined;
  readonly before: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly beforeTyped?: string | undefined;
};

/** On which day people met: the papers say it, so nothing is chosen beforehand. */
function DayQuestion({
  briefing,
  within,
  at,
  form,
  onBegun,
}: Props & { readonly at: KeptAt; readonly form: KeptForm }): ReactElement {
  const { heldOn, today } = briefing;
  const open = useCommand(openBriefing);
  const [{ answer, before, beforeTyped }, change] = useTypedAt<DayMet>(at, form.name, () => ({
    ...{ answer: undefined, before: heldOn },
  }));
  const metOn = answer === 'today' ? today : answer === 'before' ? (before ?? undefined) : undefined;
  const formId = useId();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (metOn === undefined || open.isBusy) return;
    if (await form.send((onTaken) => open.run({ ...within, metOn }, { onTaken }))) onBegun?.();
  };
  return (
    <Dialog
      title="Bắt đầu giao ban"
      onClose={form.close}
      actions={
        <button type="submit" form={formId} className="btn go" disabled={open.isBusy || metOn === undefined}>
          {answer === 'before' ? 'Bắt đầu ghi lại' : 'Bắt đầu giao ban'}
        </button>
      }
    >
      <form id={formId} className="form" onSubmit={(event) => void begin(event)}>
        <fieldset className="question">
          <legend>
            Giao ban này của phiên ngày {formatDate(heldOn)}, hôm nay {formatDate(today)}. Họp hôm nay hay ghi
            lại buổi đã họp?
          </legend>
          <label className="check">
            <input
              type="radio"
              name="metOn"
              checked={answer === 'today'}
              onChange={() => change({ answer: 'today' })}
            />
            Họp hôm nay, {formatDate(today)}
          </label>
          <label className="check">
            <input
              type="radio"
              name="metOn"
              checked={answer === 'before'}
              onChange={() => change({ answer: 'before' })}
            />
            Ghi lại buổi đã họp trước hôm nay
          </label>
        </fieldset>
        {answer === 'before' ? (
          <DateField
            label="Ngày đã họp"
            hint={`Từ ${formatDate(heldOn)} đến ${formatDate(addDays(today, -1))}`}
            value={before ?? undefined}
            typed={textOfDay(beforeTyped, before)}
            onDate={(date, typed) => change({ before: date ?? null, beforeTyped: typed })}
          />
        ) : null}
        <p className="small dim">Biên bản, thông báo, phiếu giao việc và hạn việc đều theo ngày này.</p>
        <Refused error={open.error} />
      </form>
    </Dialog>
  );
}
