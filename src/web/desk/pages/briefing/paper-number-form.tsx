import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { numberPaper } from '../../../../modules/governance/contract.ts';
import type { NumberedKind } from '../../../../modules/governance/domain/papers/paper-kinds.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import type { Within } from './briefing.ts';

/** Writes down the number and day that a paper got in the register of outgoing papers. */
export function PaperNumberForm(props: {
  readonly kind: NumberedKind;
  readonly paper: {
    readonly number: number | null;
    readonly issuedOn: BusinessDate;
    readonly copies: number;
  };
  readonly within: Within;
  readonly onDone: () => void;
}): ReactElement {
  const { kind, paper, within } = props;
  const [number, setNumber] = useState(paper.number === null ? '' : String(paper.number));
  const [issuedOn, setIssuedOn] = useState<BusinessDate | undefined>(paper.issuedOn);
  const write = useCommand(numberPaper);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (issuedOn === undefined) return;
    const done = await write.run({ ...within, kind, number: Number(number), issuedOn });
    if (done !== undefined) props.onDone();
  };
  const isMany = kind === 'assignment' && paper.copies > 1;
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={isMany ? 'Số của phiếu đầu' : 'Số văn bản'}
        hint={isMany ? 'Các phiếu sau lấy số kế tiếp.' : 'Theo sổ văn bản đi.'}
        type="number"
        min={1}
        max={99_999}
        value={number}
        required
        onText={setNumber}
      />
      <DateField label="Ngày văn bản" value={issuedOn} onDate={setIssuedOn} />
      <Refused error={write.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={write.isBusy || issuedOn === undefined || number === ''}
        >
          Ghi số
        </button>
        <button type="button" className="btn sm" onClick={props.onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
