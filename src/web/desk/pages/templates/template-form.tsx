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
import { textOfDay } from '../../../shared/typed-date.ts';
import { useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import { isTypedAt, type KeptForm, useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { type TypedTemplate, templateOf, typedOf } from './typed-template.ts';

type Listed = OutputOf<typeof listTemplates>['templates'][number];

type Props = { readonly officeId: Id; readonly today: BusinessDate; readonly template: Listed };

/** A template to be changed, and beside it the paper it makes; what is typed is kept until it is written or let go. */
export function TemplateForm(props: Props): ReactElement {
  const { userId } = useMe();
  const at: KeptAt = { kind: 'template', userId, communeId: props.officeId, subjectId: props.template.kind };
  const form = useKeptFormAt(at, 'content');
  const { latestVersion } = props.template;
  const [shown, setShown] = useState({ version: latestVersion, round: 0 });
  // A form in which nothing stands shows what another has written meanwhile; one that is being written keeps its words.
  if (shown.version !== latestVersion && !isTypedAt(at, form.name))
    setShown({ ...shown, version: latestVersion });
  const beginAnew = () => {
    form.close();
    setShown({ version: latestVersion, round: shown.round + 1 });
  };
  return (
    <KeptTemplateForm
      key={`${shown.version} ${shown.round}`}
      {...props}
      at={at}
      form={{ ...form, close: beginAnew }}
    />
  );
}

/** What stands in the form, the day from which it is to hold, and the version that it was begun over. */
type Draft = TypedTemplate & {
  readonly validFrom: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly validFromTyped?: string | undefined;
  readonly latestVersion: number;
};

function KeptTemplateForm(props: Props & { readonly at: KeptAt; readonly form: KeptForm }): ReactElement {
  const { officeId, today, template, at, form } = props;
  const [{ validFrom, validFromTyped, latestVersion, ...typed }, change] = useTypedAt<Draft>(
    at,
    form.name,
    () => ({
      ...typedOf(template.content),
      ...{ validFrom: today, latestVersion: template.latestVersion },
    }),
  );
  const write = useCommand(writeTemplate);
  const tell = useToast();
  const { kind } = template;
  const content = templateOf(typed);
  const isComplete = templateFaults(content, kind).length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === null) return;
    const done = await write.run({ officeId, kind, latestVersion, validFrom, content });
    if (done === undefined) return;
    tell({ text: `Đã ghi mẫu, áp dụng từ ${formatDate(validFrom)}.` });
    form.close();
  };
  return (
    <div className="template-cols">
      <Section title="Nội dung mẫu" note={inForceText(template)}>
        <form className="form" onSubmit={(event) => void submit(event)}>
          <TemplateFields kind={kind} typed={typed} onChange={change} />
          <DateField
            label="Áp dụng từ ngày"
            hint="Giao ban từ ngày này dùng mẫu mới; văn bản của các buổi trước giữ nguyên."
            value={validFrom ?? undefined}
            typed={textOfDay(validFromTyped, validFrom)}
            onDate={(date, dayTyped) => change({ validFrom: date ?? null, validFromTyped: dayTyped })}
          />
          <Refused error={write.error} />
          <div className="form-acts">
            <button
              type="submit"
              className="btn go"
              disabled={write.isBusy || validFrom === null || !isComplete}
            >
              Ghi mẫu
            </button>
            <button type="button" className="btn" onClick={form.close}>
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
