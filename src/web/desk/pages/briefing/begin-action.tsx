import { type ReactElement, useState } from 'react';
import { addDays, type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { openBriefing } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
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
  const [isAsking, setAsking] = useState(false);
  const isEarly = today < heldOn;
  return (
    <div>
      <button
        type="button"
        className={isSmall ? 'btn sm no-print' : 'btn go no-print'}
        disabled={open.isBusy || isEarly}
        title={isEarly ? `Bắt đầu được từ ngày ${formatDate(heldOn)}` : undefined}
        onClick={() => (today === heldOn ? void open.run(within) : setAsking(true))}
      >
        {words ?? 'Bắt đầu giao ban'}
      </button>
      {isAsking ? null : <Refused error={open.error} />}
      {isAsking ? (
        <DayQuestion briefing={briefing} within={within} onDone={() => setAsking(false)} onBegun={onBegun} />
      ) : null}
    </div>
  );
}

/** On which day people met: the papers say it, so nothing is chosen beforehand. */
function DayQuestion({
  briefing,
  within,
  onDone,
  onBegun,
}: Props & { readonly onDone: () => void }): ReactElement {
  const { heldOn, today } = briefing;
  const open = useCommand(openBriefing);
  const [answer, setAnswer] = useState<'today' | 'before'>();
  const [before, setBefore] = useState<BusinessDate | undefined>(heldOn);
  const metOn = answer === 'today' ? today : answer === 'before' ? before : undefined;
  const begin = async () => {
    if ((await open.run({ ...within, metOn })) === undefined) return;
    onDone();
    onBegun?.();
  };
  return (
    <Dialog
      title="Bắt đầu giao ban"
      onClose={onDone}
      actions={
        <button
          type="button"
          className="btn go"
          disabled={open.isBusy || metOn === undefined}
          onClick={() => void begin()}
        >
          {answer === 'before' ? 'Bắt đầu ghi lại' : 'Bắt đầu giao ban'}
        </button>
      }
    >
      <fieldset className="question">
        <legend>
          Giao ban này của phiên ngày {formatDate(heldOn)}, hôm nay {formatDate(today)}. Họp hôm nay hay ghi
          lại buổi đã họp?
        </legend>
        <label className="check">
          <input type="radio" name="metOn" checked={answer === 'today'} onChange={() => setAnswer('today')} />
          Họp hôm nay, {formatDate(today)}
        </label>
        <label className="check">
          <input
            type="radio"
            name="metOn"
            checked={answer === 'before'}
            onChange={() => setAnswer('before')}
          />
          Ghi lại buổi đã họp trước hôm nay
        </label>
      </fieldset>
      {answer === 'before' ? (
        <DateField
          label="Ngày đã họp"
          hint={`Từ ${formatDate(heldOn)} đến ${formatDate(addDays(today, -1))}`}
          value={before}
          onDate={setBefore}
        />
      ) : null}
      <p className="small dim">Biên bản, thông báo, phiếu giao việc và hạn việc đều theo ngày này.</p>
      <Refused error={open.error} />
    </Dialog>
  );
}
