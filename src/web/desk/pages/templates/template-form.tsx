import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { type listTemplates, writeTemplate } from '../../../../modules/governance/contract.ts';
import { PLACEHOLDERS } from '../../../../modules/governance/domain/papers/placeholders.ts';
import { templateFaults } from '../../../../modules/governance/domain/papers/template.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { templateOf, typedOf } from './typed-template.ts';

type Listed = OutputOf<typeof listTemplates>['templates'][number];

/** A template to be changed, and beside it the paper it makes. */
export function TemplateForm(props: {
  readonly officeId: Id;
  readonly today: BusinessDate;
  readonly template: Listed;
}): ReactElement {
  const { officeId, today, template } = props;
  const [typed, setTyped] = useState(() => typedOf(template.content));
  const [validFrom, setValidFrom] = useState<BusinessDate | undefined>(today);
  const write = useCommand(writeTemplate);
  const tell = useToast();
  const { kind, latestVersion } = template;
  const content = templateOf(typed);
  const isComplete = templateFaults(content, kind).length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined) return;
    const done = await write.run({ officeId, kind, latestVersion, validFrom, content });
    if (done !== undefined) tell({ text: `Đã ghi mẫu, áp dụng từ ${formatDate(validFrom)}.` });
  };
  return (
    <div className="template-cols">
      <Section title="Nội dung mẫu" note={inForceText(template)}>
        <form className="form" onSubmit={(event) => void submit(event)}>
          <TemplateFields kind={kind} typed={typed} onChange={setTyped} />
          <DateField
            label="Áp dụng từ ngày"
            hint="Giao ban từ ngày này dùng mẫu mới; văn bản của các buổi trước giữ nguyên."
            value={validFrom}
            onDate={setValidFrom}
          />
          <Refused error={write.error} />
          <div className="form-acts">
            <button
              type="submit"
              className="btn go"
              disabled={write.isBusy || validFrom === undefined || !isComplete}
            >
              Ghi mẫu
            </button>
            <button type="button" className="btn" onClick={() => setTyped(typedOf(template.content))}>
              Lấy lại mẫu đang dùng
            </button>
          </div>
        </form>
        <Placeholders />
        <Versions template={template} />
      </Section>
      <Section title="Xem trước" note="dữ liệu mẫu">
        <TemplatePreview officeId={officeId} kind={kind} content={content} />
      </Section>
    </div>
  );
}

function inForceText({ inForce: { version, source, validFrom } }: Listed): string {
  if (version === 0) return 'đang dùng mẫu của hệ thống';
  return `đang dùng bản ${version}, ${source} ghi, từ ${formatDate(validFrom)}`;
}

function Placeholders(): ReactElement {
  return (
    <details className="history">
      <summary>Các chỗ điền tự động</summary>
      <ul>
        {Object.entries(PLACEHOLDERS).map(([name, meaning]) => (
          <li key={name}>
            <b>{`{${name}}`}</b>: {meaning}
          </li>
        ))}
        <li>Viết hoa chỗ điền, như {'{XÃ}'}, thì chữ điền vào cũng viết hoa.</li>
      </ul>
    </details>
  );
}

function Versions({ template: { written, inForce } }: { template: Listed }): ReactElement | null {
  if (written.length === 0) return <p className="small dim">Nguồn của mẫu: {inForce.source}.</p>;
  return (
    <details className="history">
      <summary>Các bản đã ghi ({written.length})</summary>
      <ul>
        {written.map(({ version, validFrom, source }) => (
          <li key={version}>
            Bản {version}, từ {formatDate(validFrom)}, {source} ghi
          </li>
        ))}
      </ul>
    </details>
  );
}
