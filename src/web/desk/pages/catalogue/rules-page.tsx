import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { enterRuleValue, listRules } from '../../../../modules/programmes/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { DateField, SelectField, TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Chip } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { parseWhole } from '../../../shared/parse.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useTitle } from '../../use-address.ts';
import { CONFIDENCE_OPTIONS, Confidence, type ConfidenceName } from './confidence.tsx';

type Rule = OutputOf<typeof listRules>['rules'][number];
type RuleRow = Rule['rows'][number];

/** Every threshold, window and factor, by date, each with its document; new rows are entered, old ones stay. */
export function RulesPage(): ReactElement {
  useTitle('Quy tắc');
  const answer = useQuestion(listRules, {});
  return (
    <Page>
      <PageHead title="Quy tắc">
        {answer.data === undefined ? '' : `Dòng đang áp dụng tính đến ${formatDate(answer.data.onDate)}. `}
        Mọi ngưỡng và hệ số dùng để lập danh sách, tính lãi, xếp loại. Dòng cũ được giữ để tra lại.
      </PageHead>
      <Show answer={answer} rows={16}>
        {(data) => (
          <div className="stack rules">
            {data.rules.map((rule) => (
              <RuleSection key={rule.rule} rule={rule} />
            ))}
          </div>
        )}
      </Show>
    </Page>
  );
}

function RuleSection({ rule }: { rule: Rule }): ReactElement {
  const me = useMe();
  const [isEntering, setEntering] = useState(false);
  return (
    <Section
      title={rule.title}
      note={rule.unit}
      actions={
        may(me, enterRuleValue) && !isEntering ? (
          <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
            <Icon name="plus" />
            Nhập giá trị mới
          </button>
        ) : undefined
      }
    >
      {isEntering ? <ValueForm rule={rule} onDone={() => setEntering(false)} /> : null}
      {rule.rows.length === 0 ? <EmptyState>Chưa có giá trị nào được ghi.</EmptyState> : null}
      <ul className="who-l">
        {rule.rows.map((row) => (
          <li key={row.id} className={row.isInForce ? undefined : 'is-past'}>
            <div className="r">
              <b>{formatInteger(row.value)}</b>
              <span className="dim">
                từ {formatDate(row.validFrom)}
                {row.validTo === null ? '' : ` đến ${formatDate(row.validTo)}`}
                {scopeText(row)}
              </span>
              {row.isInForce ? <Chip tone="info">đang áp dụng</Chip> : null}
              <Confidence value={row.confidence} />
            </div>
            <span className="sub">{row.document}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function scopeText({ scope }: RuleRow): string {
  const parts = [
    scope.programme === undefined ? '' : `chương trình ${scope.programme}`,
    scope.fundSource === undefined ? '' : `nguồn vốn ${scope.fundSource}`,
    scope.office === undefined ? '' : `phòng giao dịch ${scope.office}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `, riêng ${parts.join(', ')}`;
}

function ValueForm({ rule, onDone }: { rule: Rule; onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState({ value: '', document: '', confidence: 'found' as ConfidenceName });
  const [validFrom, setValidFrom] = useState<BusinessDate>();
  const command = useCommand(enterRuleValue);
  const value = parseWhole(typed.value);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined || value == null) return;
    const done = await command.run({
      rule: rule.rule,
      scope: {},
      value,
      validFrom,
      document: typed.document,
      confidence: typed.confidence,
    });
    if (done !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={`Giá trị, ${rule.unit}`}
        value={typed.value}
        inputMode="numeric"
        required
        error={value === undefined ? 'Gõ một số nguyên, ví dụ 120.' : undefined}
        onText={(text) => setTyped({ ...typed, value: text })}
      />
      <DateField label="Hiệu lực từ ngày" value={validFrom} onDate={setValidFrom} />
      <TextField
        label="Văn bản"
        value={typed.document}
        required
        onText={(document) => setTyped({ ...typed, document })}
      />
      <SelectField
        label="Mức chắc chắn"
        value={typed.confidence}
        options={CONFIDENCE_OPTIONS}
        onChoose={(confidence) => setTyped({ ...typed, confidence: confidence as ConfidenceName })}
      />
      <Refused error={command.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go"
          disabled={command.isBusy || validFrom === undefined || value == null}
        >
          Nhập giá trị mới
        </button>
        <button type="button" className="btn" onClick={onDone}>
          Thôi
        </button>
      </div>
    </form>
  );
}
