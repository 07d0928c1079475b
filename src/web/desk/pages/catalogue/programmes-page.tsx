import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { enterProgramme, listProgrammes } from '../../../../modules/programmes/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { FindForm } from '../../../shared/components/find-form.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { isFound } from '../../../shared/find.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { DoubtsNote } from './doubts-note.tsx';
import { FundSources } from './fund-sources.tsx';
import type { Programme } from './programme.ts';
import { ProgrammeForm } from './programme-form.tsx';
import { needsChecking, ProgrammeSection } from './programme-section.tsx';
import { isDoubtful } from './source.ts';

/** The catalogue: every programme, its terms by date, each with its document. */
export function ProgrammesPage(): ReactElement {
  const me = useMe();
  const { loc, tim = '' } = useSearchParams();
  const [isEntering, setEntering] = useState(false);
  useTitle('Chương trình');
  const answer = useQuestion(listProgrammes, {});
  return (
    <Page>
      <PageHead
        title="Chương trình cho vay"
        actions={
          may(me, enterProgramme) ? (
            <button type="button" className="btn no-print" onClick={() => setEntering(true)}>
              <Icon name="plus" />
              Thêm chương trình
            </button>
          ) : undefined
        }
      >
        {answer.data === undefined ? '' : `Dòng đang áp dụng tính đến ${formatDate(answer.data.onDate)}. `}
        Mỗi giá trị có văn bản và ngày hiệu lực; dòng cũ được giữ để tra lại.
      </PageHead>
      {isEntering ? (
        <Dialog isDrawer title="Thêm chương trình" onClose={() => setEntering(false)}>
          <ProgrammeForm onDone={() => setEntering(false)} />
        </Dialog>
      ) : null}
      <Show answer={answer} rows={14}>
        {(data) => <Catalogue catalogue={data} isOnlyDoubtful={loc === 'chua-chac'} sought={tim} />}
      </Show>
    </Page>
  );
}

function Catalogue(props: {
  catalogue: OutputOf<typeof listProgrammes>;
  isOnlyDoubtful: boolean;
  sought: string;
}): ReactElement {
  const { catalogue, isOnlyDoubtful, sought } = props;
  const { go } = useNavigation();
  const loc = isOnlyDoubtful ? 'chua-chac' : undefined;
  const doubtful = (programme: Programme) => programme.terms.filter(needsChecking);
  const narrowed = isOnlyDoubtful
    ? catalogue.programmes
        .map((programme) => ({ ...programme, terms: doubtful(programme) }))
        .filter((programme) => programme.terms.length > 0 || isDoubtful(programme))
    : catalogue.programmes;
  const shown = narrowed.filter((programme) => isFound(sought, textsOf(programme)));
  const sources = isOnlyDoubtful
    ? []
    : catalogue.fundSources.filter(({ code, name }) => isFound(sought, ['Nguồn vốn', code, name]));
  return (
    <>
      <DoubtsNote
        count={catalogue.programmes.reduce(
          (sum, programme) => sum + doubtful(programme).length + (isDoubtful(programme) ? 1 : 0),
          0,
        )}
        isOnly={isOnlyDoubtful}
        hrefOf={(only) => paths.programmes({ loc: only ? 'chua-chac' : undefined })}
      />
      <FindForm
        label="Tên, mã chương trình, văn bản"
        sought={sought}
        onFind={(tim) => go(paths.programmes({ loc, tim }))}
      />
      <div className="stack">
        {shown.map((programme) => (
          <ProgrammeSection
            key={`${programme.id} ${sought}`}
            programme={programme}
            isOnlyDoubtful={isOnlyDoubtful}
            isSought={sought !== '' || isOnlyDoubtful}
          />
        ))}
        {sources.length === 0 ? null : (
          <FundSources key={sought} sources={sources} isSought={sought !== ''} />
        )}
        {shown.length + sources.length > 0 || sought === '' ? null : (
          <EmptyState action={<AppLink href={paths.programmes({ loc })}>Xem mọi chương trình</AppLink>}>
            Không có chương trình nào khớp “{sought}”.
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** By which words a programme is found: its code and names, whom it is for, its documents. */
function textsOf(programme: Programme): readonly (string | null)[] {
  const { code, name, abbreviation, audience, document, terms } = programme;
  return [
    code,
    name,
    abbreviation,
    audience,
    document,
    ...terms.flatMap((term) => [term.variant, term.document]),
  ];
}
