import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { writeTemplate } from '../../../../modules/governance/contract.ts';
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
import { besideComing } from './beside-coming.ts';
import { beginWith, type ListedTemplate } from './listed-template.ts';
import { StandingTemplates } from './standing-templates.tsx';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { type TypedTemplate, templateOf, typedOf } from './typed-template.ts';

type Props = { readonly officeId: Id; readonly today: BusinessDate; readonly template: ListedTemplate };

/** A template to be changed, and beside it the paper it makes; what is typed is kept until it is written or let go. */
export function TemplateForm(props: Props): ReactElement {
  const { userId } = useMe();
  const at: KeptAt = { kind: 'template', userId, communeId: props.officeId, subjectId: props.template.kind };
  const form = useKeptFormAt(at, 'content');
  const { latestVersion } = props.template;
  const [shown, setShown] = useState<Shown>({ version: latestVersion, round: 0, chosen: undefined });
  // A form in which nothing stands shows what another has written meanwhile; one that is being written keeps its words.
  if (shown.version !== latestVersion && !isTypedAt(at, form.name))
    setShown({ ...shown, version: latestVersion });
  const beginWithVersion = (chosen: number) => {
    form.close();
    setShown({ version: latestVersion, round: shown.round + 1, chosen });
  };
  return (
    <KeptTemplateForm
      key={`${shown.version} ${shown.round}`}
      {...props}
      at={at}
      form={form}
      chosen={shown.chosen}
      onBeginWith={beginWithVersion}
    />
  );
}

/** Over which version the form stands, how often it was begun anew, and with which template somebody chose to go on. */
type Shown = { readonly version: number; readonly round: number; readonly chosen: number | undefined };

/** What stands in the form, the day from which it is to hold, and the version that it was begun over. */
type Draft = TypedTemplate & {
  readonly validFrom: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly validFromTyped?: string | undefined;
  readonly latestVersion: number;
  /** The version whose words it began with. */
  readonly begun: number;
};

type KeptProps = Props & {
  readonly at: KeptAt;
  readonly form: KeptForm;
  readonly chosen: number | undefined;
  readonly onBeginWith: (version: number) => void;
};

function KeptTemplateForm(props: KeptProps): ReactElement {
  const { officeId, today, template, at, form, onBeginWith } = props;
  const [{ validFrom, validFromTyped, latestVersion, begun, ...typed }, keep] = useTypedAt<Draft>(
    at,
    form.name,
    () => {
      const { content, version, validFrom: from } = beginWith(template, today, props.chosen);
      return {
        ...typedOf(content),
        ...{ validFrom: from, latestVersion: template.latestVersion, begun: version },
      };
    },
  );
  const write = useCommand(writeTemplate);
  const missingId = useId();
  const tell = useToast();
  const { kind } = template;
  const content = templateOf(typed);
  const missing = missingIn(templateFaults(content, kind), validFrom);
  const change = (next: Parameters<typeof keep>[0]) => {
    // What was refused was another template. One that is on its way stays so.
    if (write.error !== null) write.reset();
    keep(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === null) return;
    const said = { officeId, kind, latestVersion, validFrom, content };
    await form.send(async (onTaken) => {
      const done = await write.run(said, { onTaken });
      if (done === undefined) return undefined;
      tell({ text: `Đã ghi mẫu, áp dụng từ ${formatDate(validFrom)}.` });
      // What was typed on meanwhile stands against a version that is not the latest any more, and is told so.
      if (!isTypedAt(at, form.name)) onBeginWith(done.version);
      return done;
    });
  };
  return (
    <div className="template-cols">
      <Section title="Nội dung mẫu">
        <StandingTemplates
          template={template}
          begun={begun}
          isTyped={isTypedAt(at, form.name)}
          onTake={onBeginWith}
        />
        <form className="form" onSubmit={(event) => void submit(event)}>
          <TemplateFields kind={kind} typed={typed} onChange={change} />
          <DateField
            label="Áp dụng từ ngày"
            hint="Giao ban từ ngày này dùng mẫu mới; văn bản của các buổi trước giữ nguyên."
            value={validFrom ?? undefined}
            typed={textOfDay(validFromTyped, validFrom)}
            onDate={(date, dayTyped) => change({ validFrom: date ?? null, validFromTyped: dayTyped })}
          />
          {(validFrom === null ? [] : besideComing(template.coming, validFrom)).map((sentence) => (
            <p key={sentence} className="small" role="status">
              {sentence}
            </p>
          ))}
          <Refused error={write.error} />
          {missing.length === 0 ? null : (
            <p className="small" id={missingId}>
              Chưa ghi được mẫu. {missing.join(' ')}
            </p>
          )}
          <div className="form-acts">
            <button
              type="submit"
              className="btn go"
              disabled={write.isBusy || missing.length > 0}
              aria-describedby={missing.length === 0 ? undefined : missingId}
            >
              Ghi mẫu
            </button>
            <button type="button" className="btn" onClick={() => onBeginWith(template.inForce.version)}>
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

/** Why the template cannot be written yet, beside its button: on a phone the preview, which says it too, stands far below. */
function missingIn(
  faults: ReturnType<typeof templateFaults>,
  validFrom: BusinessDate | null,
): readonly string[] {
  const day = validFrom === null ? ['Chọn ngày áp dụng.'] : [];
  return [...faults.map(({ part, problem }) => `${part} ${problem}.`), ...day];
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

function Versions({ template: { written, inForce } }: { template: ListedTemplate }): ReactElement | null {
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
