import type { FormEvent, ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { numberPaper } from '../../../../modules/governance/contract.ts';
import type { NumberedKind } from '../../../../modules/governance/domain/papers/paper-kinds.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';
import type { Within } from './briefing.ts';
import { type KeptForm, takeFirstField, useDraft } from './use-draft.ts';

/** What stands in the form of a number. */
type NumberDraft = {
  readonly number: string;
  readonly issuedOn: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly issuedTyped?: string | undefined;
};

/** Writes down the number and day that a paper got in the register of outgoing papers. */
export function PaperNumberForm(props: {
  readonly kind: NumberedKind;
  readonly paper: {
    readonly number: number | null;
    readonly issuedOn: BusinessDate;
    readonly copies: number;
  };
  readonly within: Within;
  readonly form: KeptForm;
}): ReactElement {
  const { kind, paper, within, form } = props;
  const [{ number, issuedOn, issuedTyped }, change] = useDraft<NumberDraft>(form.name, () => ({
    number: paper.number === null ? '' : String(paper.number),
    issuedOn: paper.issuedOn,
  }));
  const write = useCommand(numberPaper);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (issuedOn === null) return;
    const said = { ...within, kind, number: Number(number), issuedOn };
    await form.send((onTaken) => write.run(said, { onTaken }));
  };
  const isMany = kind === 'assignment' && paper.copies > 1;
  return (
    <form
      className="form"
      ref={form.moved === 'opened' ? takeFirstField : undefined}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label={isMany ? 'Số của phiếu đầu' : 'Số văn bản'}
        hint={isMany ? 'Các phiếu sau lấy số kế tiếp.' : 'Theo sổ văn bản đi.'}
        type="number"
        min={1}
        max={99_999}
        value={number}
        required
        onText={(typed) => change({ number: typed })}
      />
      <DateField
        label="Ngày văn bản"
        value={issuedOn ?? undefined}
        typed={textOfDay(issuedTyped, issuedOn)}
        onDate={(date, typed) => change({ issuedOn: date ?? null, issuedTyped: typed })}
      />
      <Refused error={write.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={write.isBusy || issuedOn === null || number === ''}
        >
          Ghi số
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}
