import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { showAgendaTemplate, writeAgendaTemplate } from '../../../../modules/governance/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';
import { may, useMe } from '../../session.tsx';
import { AGENDA, type KeptAt } from '../../unsent.ts';
import { type KeptForm, takeKeyboard, useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';
import { AgendaEditor } from './agenda-editor.tsx';
import { type AgendaLine, sumOfMinutes } from './agenda-lines.ts';

type Template = OutputOf<typeof showAgendaTemplate>;

/** The agenda that new briefings of the office begin with; its director writes another one from a day on. */
export function AgendaTemplateSection(): ReactElement | null {
  const me = useMe();
  const { at, form } = useTemplateForm();
  const { data } = useQuestion(showAgendaTemplate, {}, { enabled: may(me, showAgendaTemplate) });
  if (!may(me, showAgendaTemplate) || data === undefined) return null;
  return (
    <Section
      title="Chương trình mẫu"
      note={noteOf(data)}
      actions={
        !form.isOpen && may(me, writeAgendaTemplate) ? (
          <button
            type="button"
            className="twin no-print"
            ref={form.moved === 'closed' ? takeKeyboard : undefined}
            onClick={() => form.open()}
          >
            <Icon name="edit" />
            Sửa mẫu
          </button>
        ) : undefined
      }
    >
      {form.isOpen && may(me, writeAgendaTemplate) ? (
        <TemplateForm template={data} at={at} form={form} />
      ) : (
        <>
          <p className="small in-text">
            {wordsOf(data.items)}. Buổi giao ban chuẩn bị mới lấy chương trình này; buổi đã chuẩn bị giữ
            nguyên.
          </p>
          {data.coming.map((coming) => (
            <p key={coming.validFrom} className="small in-text">
              <b>Từ {formatDate(coming.validFrom)}</b> ({sumOfMinutes(coming.items)} phút, {coming.byName}{' '}
              ghi): {wordsOf(coming.items)}.
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

/** The form of the agenda, kept with its office's templates while it is being written. */
function useTemplateForm(): { readonly at: KeptAt; readonly form: KeptForm } {
  const { userId, offices } = useMe();
  const at: KeptAt = { kind: 'template', userId, communeId: offices[0]?.id ?? '', subjectId: AGENDA };
  return { at, form: useKeptFormAt(at, 'lines') };
}

type Draft = {
  readonly lines: readonly AgendaLine[];
  readonly validFrom: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly validFromTyped?: string | undefined;
};

function noteOf({ items, written }: Template): string {
  const minutes = `${sumOfMinutes(items)} phút`;
  return written === null
    ? `${minutes}, mặc định của chương trình`
    : `${minutes}, ${written.byName} ghi, áp dụng từ ${formatDate(written.validFrom)}`;
}

function wordsOf(items: Template['items']): string {
  return items.map(({ title, minutes }) => `${title} (${minutes} phút)`).join(' · ');
}

function TemplateForm(props: { template: Template; at: KeptAt; form: KeptForm }): ReactElement {
  const { template, at, form } = props;
  // Whoever has written one for a later day goes on with that, not with the one it takes the place of.
  const latest = template.coming.at(-1) ?? { items: template.items, validFrom: template.today };
  const [{ lines: start, validFrom, validFromTyped }, change] = useTypedAt<Draft>(at, form.name, () => ({
    lines: latest.items.map((item, i) => ({ ...item, itemId: `${i}` })),
    validFrom: latest.validFrom,
  }));
  const tell = useToast();
  const write = useCommand(writeAgendaTemplate);
  const [sent, setSent] = useState<{ readonly content: string; readonly templateId: Id }>();
  // It may be with the server already, its answer lost: the same again keeps its id, other words are another template.
  const idOf = (content: string) =>
    sent?.content === content ? sent.templateId : (crypto.randomUUID() as Id);
  return (
    <>
      <AgendaEditor
        start={start}
        isJustOpened={form.moved === 'opened'}
        startsAt={null}
        isBusy={write.isBusy || validFrom === null}
        saveLabel="Ghi chương trình mẫu"
        onCancel={form.close}
        onLines={(lines) => change({ lines })}
        onSave={async (lines) => {
          if (validFrom === null) return;
          const items = lines.map(({ itemId: _, ...item }) => item);
          const content = JSON.stringify({ validFrom, items });
          const templateId = idOf(content);
          setSent({ content, templateId });
          await form.send(async (onTaken) => {
            const done = await write.run({ templateId, validFrom, items }, { onTaken });
            if (done !== undefined)
              tell({ text: `Đã ghi chương trình mẫu, áp dụng từ ${formatDate(validFrom)}.` });
            return done;
          });
        }}
      >
        <DateField
          label="Áp dụng từ ngày"
          value={validFrom ?? undefined}
          typed={textOfDay(validFromTyped, validFrom)}
          onDate={(date, typed) => change({ validFrom: date ?? null, validFromTyped: typed })}
        />
      </AgendaEditor>
      <Refused error={write.error} />
    </>
  );
}
