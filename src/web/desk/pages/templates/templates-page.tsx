import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { isId } from '../../../../kernel/ids.ts';
import { listTemplates } from '../../../../modules/governance/contract.ts';
import {
  PAPER_KIND_NAMES,
  PAPER_KINDS,
  type PaperKind,
} from '../../../../modules/governance/domain/papers/paper-kinds.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { SelectField } from '../../../shared/components/field.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { TemplateForm } from './template-form.tsx';

/** The templates of an office's papers: one kind at a time, with the paper it makes beside the form. */
export function TemplatesPage(): ReactElement {
  const { loai, pgd } = useSearchParams();
  useTitle('Mẫu văn bản');
  const kind = PAPER_KIND_NAMES.find((one) => one === loai) ?? 'invitation';
  const answer = useQuestion(listTemplates, pgd !== undefined && isId(pgd) ? { officeId: pgd } : {});
  return (
    <Page>
      <PageHead title="Mẫu văn bản">
        Văn bản của giao ban làm từ mẫu của phòng giao dịch. Chưa ghi mẫu riêng thì dùng mẫu của hệ thống.
      </PageHead>
      <Show answer={answer} rows={12} nothing={<NothingHere />}>
        {(data) => <Templates data={data} kind={kind} />}
      </Show>
    </Page>
  );
}

type Data = OutputOf<typeof listTemplates>;

function Templates({ data, kind }: { data: Data; kind: PaperKind }): ReactElement {
  const { officeId, offices, today } = data;
  const { go } = useNavigation();
  const template = data.templates.find((one) => one.kind === kind);
  if (officeId === null || template === undefined)
    return <EmptyState>Chưa có phòng giao dịch nào. Nhập số liệu lần đầu thì phòng được tạo.</EmptyState>;
  const pgd = offices.length > 1 ? officeId : undefined;
  return (
    <>
      {pgd === undefined ? null : (
        <div className="form">
          <SelectField
            label="Phòng giao dịch"
            value={pgd}
            options={offices.map((office) => ({ value: office.officeId, text: office.name }))}
            onChoose={(chosen) => go(paths.templates({ loai: kind, pgd: chosen }))}
          />
        </div>
      )}
      <nav className="acts template-kinds" aria-label="Loại văn bản">
        {PAPER_KIND_NAMES.map((one) => (
          <AppLink
            key={one}
            className="twin"
            href={paths.templates({ loai: one, pgd })}
            aria-current={one === kind ? 'page' : undefined}
          >
            {PAPER_KINDS[one].title}
          </AppLink>
        ))}
      </nav>
      <TemplateForm key={`${officeId} ${kind}`} officeId={officeId} today={today} template={template} />
    </>
  );
}
