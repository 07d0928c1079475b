import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { enterTerm, listProgrammes } from '../../../../modules/programmes/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatRate, formatShort } from '../../../shared/format.ts';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { Source } from './confidence.tsx';
import { DoubtsNote } from './doubts-note.tsx';
import type { Programme } from './programme.ts';
import { isDoubtful, periodText } from './source.ts';
import { TermForm } from './term-form.tsx';

type Term = Programme['terms'][number];

/** The catalogue: every programme, its terms by date, each with its document. */
export function ProgrammesPage(): ReactElement {
  const { loc } = useSearchParams();
  useTitle('Chương trình');
  const answer = useQuestion(listProgrammes, {});
  return (
    <Page>
      <PageHead title="Chương trình cho vay">
        {answer.data === undefined ? '' : `Dòng đang áp dụng tính đến ${formatDate(answer.data.onDate)}. `}
        Mỗi giá trị có văn bản và ngày hiệu lực; dòng cũ được giữ để tra lại.
      </PageHead>
      <Show answer={answer} rows={14}>
        {(data) => <Catalogue catalogue={data} isOnlyDoubtful={loc === 'chua-chac'} />}
      </Show>
    </Page>
  );
}

function Catalogue(props: {
  catalogue: OutputOf<typeof listProgrammes>;
  isOnlyDoubtful: boolean;
}): ReactElement {
  const { catalogue, isOnlyDoubtful } = props;
  const doubtful = (programme: Programme) => programme.terms.filter(needsChecking);
  const shown = isOnlyDoubtful
    ? catalogue.programmes
        .map((programme) => ({ ...programme, terms: doubtful(programme) }))
        .filter((programme) => programme.terms.length > 0 || isDoubtful(programme))
    : catalogue.programmes;
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
      <div className="stack">
        {shown.map((programme) => (
          <ProgrammeSection key={programme.id} programme={programme} isOnlyDoubtful={isOnlyDoubtful} />
        ))}
        {isOnlyDoubtful ? null : (
          <Section title="Nguồn vốn">
            <ul className="who-l">
              {catalogue.fundSources.map((source) => (
                <li key={source.code}>
                  <b>
                    {source.code} {source.name}
                  </b>
                  <span className="sub">
                    <Source document={source.document} confidence={source.confidence} />
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}

function needsChecking(term: Term): boolean {
  return term.isInForce && isDoubtful(term);
}

function ProgrammeSection({
  programme,
  isOnlyDoubtful,
}: {
  programme: Programme;
  isOnlyDoubtful: boolean;
}): ReactElement {
  const me = useMe();
  const [isEntering, setEntering] = useState(false);
  return (
    <Section
      title={`${programme.code} ${programme.name}`}
      note={programme.abbreviation}
      actions={
        may(me, enterTerm) ? (
          <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
            <Icon name="plus" />
            Nhập điều kiện mới
          </button>
        ) : undefined
      }
    >
      <p className="small">
        {programme.audience === null ? '' : `${programme.audience}. `}
        Chương trình {periodText(programme.validFrom, programme.validTo)}.
        <br />
        <Source document={programme.document} confidence={programme.confidence} />
      </p>
      {isEntering ? (
        <Dialog isDrawer title={`Nhập điều kiện mới: ${programme.name}`} onClose={() => setEntering(false)}>
          <TermForm programme={programme} onDone={() => setEntering(false)} />
        </Dialog>
      ) : null}
      {programme.terms.length === 0 ? (
        isOnlyDoubtful ? null : (
          <EmptyState>Chưa có điều kiện vay nào được ghi cho chương trình này.</EmptyState>
        )
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus.
        <section className="scroll-x" aria-label={`Điều kiện vay của ${programme.name}`} tabIndex={0}>
          <table className="t d terms">
            <thead>
              <tr>
                <th scope="col">Đối tượng, hiệu lực</th>
                <th scope="col" className="num">
                  Lãi suất
                </th>
                <th scope="col" className="num">
                  Mức vay
                </th>
                <th scope="col" className="num">
                  Dài nhất
                </th>
                <th scope="col" className="num">
                  Kỳ trả gốc
                </th>
                <th scope="col" className="num">
                  Quá hạn
                </th>
                <th scope="col">Văn bản</th>
              </tr>
            </thead>
            <tbody>
              {programme.terms.map((term) => (
                <TermRow key={term.id} term={term} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}

function TermRow({ term }: { term: Term }): ReactElement {
  const unknown = <span className="faint">chưa ghi</span>;
  return (
    <tr className={term.isInForce ? undefined : 'dim'}>
      <td>
        {term.variant === '' ? null : <b>{term.variant}</b>}
        <span className={term.variant === '' ? undefined : 'sub'}>
          {periodText(term.validFrom, term.validTo)}
          {term.isInForce ? '' : ', không áp dụng hôm nay'}
        </span>
      </td>
      <td className="num">{term.rateBpsPerYear === null ? unknown : formatRate(term.rateBpsPerYear)}</td>
      <td className="num">
        {term.capVnd === null ? unknown : formatShort(term.capVnd)}
        {term.capNote === null ? null : <span className="sub">{term.capNote}</span>}
      </td>
      <td className="num">{term.longestTermMonths === null ? unknown : `${term.longestTermMonths} tháng`}</td>
      <td className="num">
        {term.instalmentSpacingMonths === null ? unknown : `${term.instalmentSpacingMonths} tháng`}
      </td>
      <td className="num">{term.overdueFactorPercent}%</td>
      <td>
        <Source document={term.document} confidence={term.confidence} />
      </td>
    </tr>
  );
}
