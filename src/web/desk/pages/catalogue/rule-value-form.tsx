import { type FormEvent, type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { enterRuleValue } from '../../../../modules/programmes/contract.ts';
import { ruleUnit, ruleValueText, UNIT_LABELS } from '../../../../modules/programmes/domain/rule-texts.ts';
import { type RuleUnit, sameScope } from '../../../../modules/programmes/domain/rules.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { parseHundredths, parseWhole, wholeWanted } from '../../../shared/parse.ts';
import { ReachBackButton } from './reach-back.tsx';
import type { Rule } from './rule.ts';
import { ScopeFields, scopeOf, WHOLE_COUNTRY } from './scope-fields.tsx';
import { NO_SOURCE, SourceFields } from './source-fields.tsx';

/** Enters a new dated row of a rule: its value, for which loans, document, first day, and how sure it is. */
export function RuleValueForm({
  rule,
  onDone,
}: {
  readonly rule: Rule;
  readonly onDone: () => void;
}): ReactElement {
  const [value, setValue] = useState<bigint>();
  const [source, setSource] = useState(NO_SOURCE);
  const [scope, setScope] = useState(WHOLE_COUNTRY);
  const { validFrom, ...typed } = source;
  const current = rule.rows.find((row) => row.isInForce && sameScope(row.scope, scopeOf(scope)));
  const command = useCommand(enterRuleValue);
  const enter = async (reachesBack?: true) => {
    if (validFrom === undefined || value === undefined) return;
    const row = { rule: rule.rule, scope: scopeOf(scope), value, validFrom, ...typed };
    if ((await command.run({ ...row, reachesBack })) !== undefined) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter();
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="small dim">
        {current === undefined
          ? 'Phạm vi này chưa có dòng riêng. '
          : `Hiện nay ${ruleValueText(rule.rule, current.value)}; dòng này hết hiệu lực vào ngày trước. `}
        Không dòng nào bị xóa.
        {rule.rule === 'overdueRatePercent'
          ? ' Chương trình có hệ số riêng trong điều kiện vay thì theo hệ số riêng.'
          : null}
      </p>
      <ScopeFields narrowedBy={rule.narrowedBy} typed={scope} onChange={setScope} />
      <ValueField unit={ruleUnit(rule.rule)} onValue={setValue} />
      <SourceFields typed={source} onChange={setSource} />
      <Refused error={command.error} />
      <div className="form-acts">
        <ReachBackButton error={command.error} isBusy={command.isBusy} onConfirm={() => void enter(true)} />
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
