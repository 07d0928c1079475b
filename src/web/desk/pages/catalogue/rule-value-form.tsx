import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { enterRuleValue } from '../../../../modules/programmes/contract.ts';
import type { RuleUnit } from '../../../../modules/programmes/domain/rules.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { parseHundredths, parseWhole, wholeWanted } from '../../../shared/parse.ts';
import { ruleUnit, ruleValueText, UNIT_LABELS } from '../../rule-values.ts';
import type { Rule } from './rule.ts';
import { NO_SOURCE, SourceFields } from './source-fields.tsx';

/** Enters a new dated row of a rule: its value, document, first day, and how sure it is. */
export function RuleValueForm({
  rule,
  onDone,
}: {
  readonly rule: Rule;
  readonly onDone: () => void;
}): ReactElement {
  const [value, setValue] = useState<bigint>();
  const [source, setSource] = useState(NO_SOURCE);
  const { validFrom, ...typed } = source;
  const current = rule.rows.find((row) => row.isInForce);
  const command = useCommand(enterRuleValue);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined || value === undefined) return;
    const done = await command.run({ rule: rule.rule, scope: {}, value, validFrom, ...typed });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <p className="small dim">
        {current === undefined ? '' : `Hiện nay ${ruleValueText(rule.rule, current.value)}. `}
        Dòng hiện nay hết hiệu lực vào ngày trước; không dòng nào bị xóa.
      </p>
      <ValueField unit={ruleUnit(rule.rule)} onValue={setValue} />
      <SourceFields typed={source} onChange={setSource} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go"
          disabled={command.isBusy || validFrom === undefined || value === undefined}
        >
          Nhập mới
        </button>
      </div>
    </form>
  );
}

/** A value in the unit people say it in: a day, a percentage with a comma, or a whole number. */
function ValueField(props: {
  unit: RuleUnit | undefined;
  onValue: (value: bigint | undefined) => void;
}): ReactElement {
  const { unit, onValue } = props;
  const [text, setText] = useState('');
  const [day, setDay] = useState<BusinessDate>();
  if (unit === 'day')
    return (
      <DateField
        label="Giá trị, ngày/tháng/năm"
        value={day}
        onDate={(date) => {
          setDay(date);
          onValue(date === undefined ? undefined : BigInt(date.replaceAll('-', '')));
        }}
      />
    );
  const isShare = unit === 'bps';
  const read = (typed: string) => {
    const hundredths = isShare ? parseHundredths(typed) : undefined;
    return isShare ? (hundredths == null ? hundredths : BigInt(hundredths)) : parseWhole(typed);
  };
  return (
    <TextField
      label={unit === undefined ? 'Giá trị' : `Giá trị, ${UNIT_LABELS[unit]}`}
      value={text}
      inputMode={isShare ? 'decimal' : 'numeric'}
      required
      error={
        read(text) === undefined
          ? isShare
            ? 'Gõ một tỷ lệ từ 0 trở lên, nhiều nhất hai chữ số sau dấu phẩy, ví dụ 0,5.'
            : wholeWanted({ min: '0' })
          : undefined
      }
      onText={(typed) => {
        setText(typed);
        onValue(read(typed) ?? undefined);
      }}
    />
  );
}
