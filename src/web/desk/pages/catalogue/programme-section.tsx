import { type ReactElement, useState } from 'react';
import { endProgramme, enterTerm } from '../../../../modules/programmes/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { formatInteger, formatRate, formatShort } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { ChangeProgrammeForm } from './change-programme-form.tsx';
import { Source } from './confidence.tsx';
import { EndProgrammeForm } from './end-programme-form.tsx';
import { FoldingSection } from './folding-section.tsx';
import type { Programme } from './programme.ts';
import { isDoubtful, periodText } from './source.ts';
import { TermForm } from './term-form.tsx';

type Term = Programme['terms'][number];

/** Whether a term that counts today still has to be compared with its document. */
export function needsChecking(term: Term): boolean {
  return term.isInForce && isDoubtful(term);
}

/** What is being entered at the side. */
type Doing = 'term' | 'change' | 'end';

/** One programme: whom it is for, since when, and its terms by date; new terms and its end are entered at the side. */
export function ProgrammeSection(props: {
  readonly programme: Programme;
  readonly isOnlyDoubtful: boolean;
  /** Somebody looks for it. */
  readonly isSought: boolean;
}): ReactElement {
  const { programme, isOnlyDoubtful } = props;
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <FoldingSection
      title={`${programme.code} ${programme.name}`}
      note={`${programme.abbreviation}, ${formatInteger(programme.terms.length)} điều kiện`}
      isSought={props.isSought}
      actions={<Actions programme={programme} onDo={setDoing} />}
    >
      <p className="small">
        {programme.audience === null ? '' : `${programme.audience}. `}
        Chương trình {periodText(programme.validFrom, programme.validTo)}.
        {programme.isForStudents ? ' Lãi chưa phải trả khi còn học.' : null}
        <br />
        <Source document={programme.document} confidence={programme.confidence} />
      </p>
      {doing === 'term' ? (
        <Dialog isDrawer title={`Nhập điều kiện mới: ${programme.name}`} onClose={done}>
          <TermForm programme={programme} onDone={done} />
        </Dialog>
      ) : null}
      {doing === 'change' ? (
        <Dialog isDrawer title={`Sửa: ${programme.name}`} onClose={done}>
          <ChangeProgrammeForm programme={programme} onDone={done} />
        </Dialog>
      ) : null}
      {doing === 'end' ? (
        <Dialog isDrawer title={`Kết thúc: ${programme.name}`} onClose={done}>
          <EndProgrammeForm programmeId={programme.id} onDone={done} />
        </Dialog>
      ) : null}
      {programme.terms.length > 0 ? (
        <div className="terms">
          <DataTable
            caption={`Điều kiện vay của ${programme.name}`}
            columns={COLUMNS}
            rows={programme.terms}
            rowKey={(term) => term.id}
          />
        </div>
      ) : isOnlyDoubtful ? null : (
        <EmptyState>Chưa có điều kiện vay nào được ghi cho chương trình này.</EmptyState>
      )}
    </FoldingSection>
  );
}

function Actions(props: { programme: Programme; onDo: (what: Doing) => void }): ReactElement | null {
  const me = useMe();
  const goOn = useCommand(endProgramme);
  const { programme, onDo } = props;
  if (!may(me, enterTerm)) return null;
  return (
    <>
      <button type="button" className="twin no-print" onClick={() => onDo('change')}>
        <Icon name="edit" />
        Sửa
      </button>
      {programme.validTo === null ? (
        <button type="button" className="twin no-print" onClick={() => onDo('end')}>
          <Icon name="minus" />
          Kết thúc
        </button>
      ) : (
        <button
          type="button"
          className="twin no-print"
          disabled={goOn.isBusy}
          onClick={() => void goOn.run({ programmeId: programme.id, lastDay: null })}
        >
          Cho tiếp tục
        </button>
      )}
      <button type="button" className="twin no-print" onClick={() => onDo('term')}>
        <Icon name="plus" />
        Nhập điều kiện mới
      </button>
      <Refused error={goOn.error} />
    </>
  );
}

const unknown = <span className="faint">chưa ghi</span>;

/** A value of a term; paler where the term does not count today. */
function value(term: Term, text: string | null): ReactElement {
  return text === null ? unknown : <span className={term.isInForce ? undefined : 'dim'}>{text}</span>;
}

const months = (count: number | null) => (count === null ? null : `${count} tháng`);

const COLUMNS: readonly Column<Term>[] = [
  {
    key: 'variant',
    heading: 'Đối tượng, hiệu lực',
    cell: (term) => (
      <span className={term.isInForce ? undefined : 'dim'}>
        {term.variant === '' ? null : <b>{term.variant}</b>}
        <span className={term.variant === '' ? undefined : 'sub'}>
          {periodText(term.validFrom, term.validTo)}
          {term.isInForce ? '' : ', không áp dụng hôm nay'}
        </span>
      </span>
    ),
  },
  {
    key: 'rate',
    heading: 'Lãi suất',
    numeric: true,
    cell: (term) => value(term, term.rateBpsPerYear === null ? null : formatRate(term.rateBpsPerYear)),
  },
  {
    key: 'cap',
    heading: 'Mức vay',
    numeric: true,
    cell: (term) => (
      <>
        {term.capVnd === null && term.capNote !== null
          ? null
          : value(term, term.capVnd === null ? null : formatShort(term.capVnd))}
        {term.capNote === null ? null : <span className="sub">{term.capNote}</span>}
      </>
    ),
  },
  {
    key: 'longest',
    heading: 'Dài nhất',
    numeric: true,
    cell: (term) => value(term, months(term.longestTermMonths)),
  },
  {
    key: 'spacing',
    heading: 'Kỳ trả gốc',
    numeric: true,
    cell: (term) => value(term, months(term.instalmentSpacingMonths)),
  },
  {
    key: 'factor',
    heading: 'Quá hạn',
    numeric: true,
    cell: (term) => (
      <span className={term.isInForce ? undefined : 'dim'}>
        {term.overdueFactorPercent === null ? 'quy tắc chung' : `${term.overdueFactorPercent}%`}
      </span>
    ),
  },
  {
    key: 'source',
    heading: 'Văn bản',
    cell: (term) => <Source document={term.document} confidence={term.confidence} />,
  },
];
