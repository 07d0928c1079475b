import { type ReactElement, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { enterTerm, listProgrammes } from '../../../../modules/programmes/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Chip } from '../../../shared/components/status.tsx';
import { formatRate, formatShort } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useTitle } from '../../use-address.ts';
import { Confidence } from './confidence.tsx';
import type { Programme } from './programme.ts';
import { TermForm } from './term-form.tsx';

type Term = Programme['terms'][number];

/** The catalogue: every programme, its terms by date, each with its document. */
export function ProgrammesPage(): ReactElement {
  useTitle('Chương trình');
  const answer = useQuestion(listProgrammes, {});
  return (
    <Page>
      <PageHead title="Chương trình cho vay">
        {answer.data === undefined ? '' : `Dòng đang áp dụng tính đến ${formatDate(answer.data.onDate)}. `}
        Mỗi giá trị có văn bản và ngày hiệu lực; dòng cũ được giữ để tra lại.
      </PageHead>
      <Show answer={answer} rows={14}>
        {(data) => (
          <div className="stack">
            {data.programmes.map((programme) => (
              <ProgrammeSection key={programme.id} programme={programme} />
            ))}
            <Section title="Nguồn vốn">
              <ul className="who-l">
                {data.fundSources.map((source) => (
                  <li key={source.code}>
                    <div className="r">
                      <b>
                        {source.code} {source.name}
                      </b>
                      <Confidence value={source.confidence} />
                    </div>
                    <span className="sub">{source.document}</span>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        )}
      </Show>
    </Page>
  );
}

function ProgrammeSection({ programme }: { programme: Programme }): ReactElement {
  const me = useMe();
  const [isEntering, setEntering] = useState(false);
  return (
    <Section
      title={`${programme.code} ${programme.name}`}
      note={programme.abbreviation}
      actions={
        may(me, enterTerm) && !isEntering ? (
          <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
            <Icon name="plus" />
            Nhập điều kiện mới
          </button>
        ) : undefined
      }
    >
      <p className="small dim">
        {programme.audience === null ? '' : `${programme.audience}. `}
        {programme.document}, từ {formatDate(programme.validFrom)}
        {programme.validTo === null ? '' : ` đến ${formatDate(programme.validTo)}`}.
      </p>
      {isEntering ? <TermForm programme={programme} onDone={() => setEntering(false)} /> : null}
      {programme.terms.length === 0 ? (
        <EmptyState>Chưa có điều kiện vay nào được ghi cho chương trình này.</EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus.
        <section className="scroll-x" aria-label={`Điều kiện vay của ${programme.name}`} tabIndex={0}>
          <table className="t d">
            <thead>
              <tr>
                <th scope="col">Hiệu lực</th>
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
        <span className="nowrap">
          {formatDate(term.validFrom)}
          {term.validTo === null ? '' : `–${formatDate(term.validTo)}`}
        </span>{' '}
        {term.isInForce ? <Chip tone="info">đang áp dụng</Chip> : null}
        {term.variant === '' ? null : <span className="sub">{term.variant}</span>}
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
        {term.document}
        <span className="sub">
          <Confidence value={term.confidence} />
        </span>
      </td>
    </tr>
  );
}
