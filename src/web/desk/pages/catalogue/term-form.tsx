import { type FormEvent, type ReactElement, useState } from 'react';
import { enterTerm } from '../../../../modules/programmes/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField, TextField } from '../../../shared/components/field.tsx';
import { parseHundredths, parseWhole } from '../../../shared/parse.ts';
import type { Programme } from './programme.ts';
import { ReachBackButton } from './reach-back.tsx';
import { NO_SOURCE, SourceFields } from './source-fields.tsx';

/** Enters a new dated term of a programme; the row in force is filled in to be changed. */
export function TermForm({
  programme,
  onDone,
}: {
  readonly programme: Programme;
  readonly onDone: () => void;
}): ReactElement {
  const inForce = programme.terms.filter((term) => term.isInForce);
  const [typed, setTyped] = useState(typedOf(inForce[0]));
  const [source, setSource] = useState(NO_SOURCE);
  const { validFrom, document, confidence } = source;
  const command = useCommand(enterTerm);
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const rate = parseHundredths(typed.rate);
  const cap = parseWhole(typed.cap);
  const enter = async (reachesBack?: true) => {
    if (validFrom === undefined || rate === undefined || cap === undefined) return;
    const done = await command.run({
      programmeId: programme.id,
      variant: typed.variant.trim(),
      rateBpsPerYear: rate,
      capVnd: cap,
      capNote: typed.capNote.trim() === '' ? null : typed.capNote,
      longestTermMonths: typed.longest === '' ? null : Number(typed.longest),
      instalmentSpacingMonths: typed.spacing === '' ? null : Number(typed.spacing),
      overdueFactorPercent: typed.factor === '' ? null : Number(typed.factor),
      ...{ validFrom, document, confidence, reachesBack },
    });
    if (done !== undefined) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter();
  };
  return (
    <form className="form" onSubmit={submit}>
      <VariantFields inForce={inForce} typed={typed} onChange={setTyped} />
      <TextField
        label="Lãi suất, % năm"
        hint="Ví dụ 6,6. Bỏ trống nếu văn bản không nêu."
        value={typed.rate}
        inputMode="decimal"
        error={
          rate === undefined ? 'Gõ một số có nhiều nhất hai chữ số sau dấu phẩy, ví dụ 7,92.' : undefined
        }
        onText={(text) => change({ rate: text })}
      />
      <TextField
        label="Mức vay cao nhất, đồng"
        value={typed.cap}
        inputMode="numeric"
        error={cap === undefined ? 'Gõ số đồng, ví dụ 100.000.000.' : undefined}
        onText={(text) => change({ cap: text })}
      />
      <TextField
        label="Ghi chú mức vay"
        hint="Ví dụ 4 triệu đồng một tháng."
        value={typed.capNote}
        maxLength={300}
        onText={(capNote) => change({ capNote })}
      />
      <TextField
        label="Thời hạn dài nhất, tháng"
        type="number"
        min={1}
        max={600}
        value={typed.longest}
        onText={(longest) => change({ longest })}
      />
      <TextField
        label="Kỳ trả gốc, tháng"
        type="number"
        min={1}
        max={120}
        value={typed.spacing}
        onText={(spacing) => change({ spacing })}
      />
      <TextField
        label="Lãi quá hạn, % lãi suất vay"
        type="number"
        min={100}
        max={200}
        hint="Bỏ trống thì theo quy tắc chung ở trang Quy tắc."
        value={typed.factor}
        onText={(factor) => change({ factor })}
      />
      <SourceFields typed={source} onChange={setSource} />
      <Refused error={command.error} />
      <div className="form-acts">
        <ReachBackButton error={command.error} isBusy={command.isBusy} onConfirm={() => void enter(true)} />
        <button
          type="submit"
          className="btn go"
          disabled={command.isBusy || validFrom === undefined || rate === undefined || cap === undefined}
        >
          Nhập điều kiện mới
        </button>
      </div>
    </form>
  );
}

const NEW_VARIANT = 'moi';

/** For whom the term is: in place of a row in force, or for borrowers that have no row of their own yet. */
function VariantFields(props: {
  inForce: Programme['terms'];
  typed: Typed;
  onChange: (typed: Typed) => void;
}): ReactElement {
  const { inForce, typed, onChange } = props;
  const [isNew, setNew] = useState(inForce.length === 0);
  const choose = (value: string) => {
    setNew(value === NEW_VARIANT);
    const at = Number(value);
    onChange(value === NEW_VARIANT ? { ...typed, variant: '' } : typedOf(inForce[at]));
  };
  const current = inForce.findIndex(({ variant }) => variant === typed.variant);
  return (
    <>
      {inForce.length === 0 ? null : (
        <SelectField
          label="Thay cho dòng"
          value={isNew ? NEW_VARIANT : String(current)}
          options={[
            ...inForce.map(({ variant }, at) => ({
              value: String(at),
              text: variant === '' ? 'Mọi đối tượng' : variant,
            })),
            { value: NEW_VARIANT, text: 'Không thay, thêm đối tượng mới' },
          ]}
          onChoose={choose}
        />
      )}
      {isNew ? (
        <TextField
          label="Đối tượng"
          hint="Bỏ trống nếu là mọi đối tượng của chương trình."
          value={typed.variant}
          maxLength={120}
          onText={(variant) => onChange({ ...typed, variant })}
        />
      ) : null}
    </>
  );
}

type Typed = ReturnType<typeof typedOf>;

/** A row as the form holds it, for typing; the row in force is filled in to be changed. */
function typedOf(term: Programme['terms'][number] | undefined) {
  const numberText = (value: number | bigint | null | undefined) => (value == null ? '' : String(value));
  return {
    variant: term?.variant ?? '',
    rate: term?.rateBpsPerYear == null ? '' : (term.rateBpsPerYear / 100).toString().replace('.', ','),
    cap: numberText(term?.capVnd),
    capNote: term?.capNote ?? '',
    longest: numberText(term?.longestTermMonths),
    spacing: numberText(term?.instalmentSpacingMonths),
    factor: numberText(term?.overdueFactorPercent),
  };
}
