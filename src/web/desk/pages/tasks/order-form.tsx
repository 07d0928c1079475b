import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { giveDirective, listSeats } from '../../../../modules/governance/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Field, TextField } from '../../../shared/components/field.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { type Me, useMe } from '../../session.tsx';
import { NO_ORDER_PAPER, OrderPaper, type OrderPaperDraft, paperOf } from './order-paper.tsx';
import { OrderTarget } from './order-target.tsx';
import { NO_TARGET, type Target, whereTo } from './target.ts';
import { countedWithout, loansToGive, type OrderPreview, useOrderPreview } from './use-order-preview.ts';

/** An order of the chair, or a resolution that the bank writes down: what, for whom, until when; the tasks are counted first. */
export function OrderForm({
  commune,
  onDone,
}: {
  readonly commune: Me['communes'][number];
  readonly onDone: () => void;
}): ReactElement {
  const me = useMe();
  const isChair = me.acting.role === 'communeChair';
  // One id for one directive: pressed twice, it is given once.
  const [directiveId] = useState(() => crypto.randomUUID() as Id);
  const [words, setWords] = useState({ text: '', measure: '', legalGround: '' });
  const [paper, setPaper] = useState<OrderPaperDraft>(NO_ORDER_PAPER);
  const [dueOn, setDueOn] = useState<BusinessDate>();
  const [target, setTarget] = useState<Target>(NO_TARGET);
  const { data: offices } = useQuestion(listSeats, { communeId: commune.id });
  const { data: preview, isStale } = useOrderPreview(commune, target);
  // Every loan left out: sent as it is, it would mean all of them.
  const isNobody =
    target.spread === 'loans' && preview !== undefined && countedWithout(preview, target).tasks === 0;
  const give = useCommand(giveDirective);
  const toast = useToast();
  const say = (changed: Partial<typeof words>) => setWords({ ...words, ...changed });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (dueOn === undefined) return;
    const { text, measure, legalGround } = words;
    const given = await give.run({
      communeId: commune.id,
      directiveId,
      source: isChair ? 'order' : 'resolution',
      ...paperOf(paper, isChair),
      text,
      legalGround: legalGround || null,
      measure: measure || null,
      dueOn,
      ...whereTo(target),
      ...loansToGive(preview, target),
      figure: target.spread === 'loans' ? target.figure : null,
      recipients: target.spread === 'seats' ? [...target.recipients] : [],
    });
    if (given === undefined) return;
    toast({ text: `Đã giao ${formatInteger(given.tasks)} việc, hạn ${formatDate(dueOn)}.` });
    onDone();
  };
  return (
    <Section title={isChair ? 'Ra chỉ đạo' : 'Ghi nghị quyết Ban đại diện'}>
      <form className="form order-form" onSubmit={(event) => void submit(event)}>
        <OrderPaper isOrder={isChair} paper={paper} onPaper={setPaper} />
        <Field label="Việc phải làm">
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={3}
              required
              maxLength={2000}
              value={words.text}
              onChange={(event) => say({ text: event.currentTarget.value })}
            />
          )}
        </Field>
        <OrderTarget commune={commune} seats={offices?.seats ?? []} target={target} onTarget={setTarget} />
        <DateField label="Hạn" value={dueOn} onDate={setDueOn} />
        <TextField
          label="Kết quả phải có (nếu cần)"
          value={words.measure}
          maxLength={500}
          placeholder="Danh sách có chữ ký của trưởng thôn"
          onText={(measure) => say({ measure })}
        />
        <TextField
          label="Căn cứ (nếu có)"
          value={words.legalGround}
          maxLength={500}
          onText={(legalGround) => say({ legalGround })}
        />
        <Preview preview={preview} target={target} />
        <Refused error={give.error} />
        <div className="form-acts">
          <button
            type="submit"
            className="btn go"
            disabled={give.isBusy || isStale || isNobody || dueOn === undefined}
          >
            Giao việc
          </button>
          <button type="button" className="btn" onClick={onDone}>
            Thôi
          </button>
        </div>
      </form>
    </Section>
  );
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
