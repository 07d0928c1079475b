import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { type DirectiveFilter, paths } from '../../paths.ts';
import { TaskCount } from '../tasks/task-count.tsx';
import { MEASURES, TASK_MEASURES } from '../tasks/task-measures.ts';
import { type ListedDirective, originWords } from './directive.ts';

/** Directives with what came of their tasks; every number opens those tasks. */
export function DirectivesTable(props: {
  readonly directives: readonly ListedDirective[];
  readonly today: ListedDirective['dueOn'];
  /** Narrowed to an owner, the numbers are this owner's, and what they open too. */
  readonly filter: DirectiveFilter;
  readonly communeCode: string;
}): ReactElement {
  const { cua, ten } = props.filter;
  const hrefOf = ({ directiveId }: ListedDirective, loc?: string) =>
    paths.directive(props.communeCode, directiveId, { loc, cua, ten });
  const columns: readonly Column<ListedDirective>[] = [
    {
      key: 'text',
      heading: 'Chỉ đạo',
      cell: (directive) => (
        <About directive={directive} href={hrefOf(directive)} communeCode={props.communeCode} />
      ),
    },
    ...MEASURES.map((measure) => ({
      key: measure,
      heading: TASK_MEASURES[measure].heading,
      numeric: true,
      cell: (directive: ListedDirective) => (
        <TaskCount
          of={directive.counts[measure]}
          isLate={measure === 'late'}
          href={hrefOf(directive, TASK_MEASURES[measure].loc)}
        />
      ),
    })),
  ];
  return (
    <div className="directives">
      <DataTable
        caption="Chỉ đạo, nguồn, hạn và số việc đã giao, đã xong, chờ nhận, trả lại, trễ hạn"
        columns={columns}
        rows={props.directives}
        rowKey={({ directiveId }) => directiveId}
        rowHref={(directive) => hrefOf(directive)}
        hasPageKeys
        abreast={5}
      />
    </div>
  );
}

function About(props: { directive: ListedDirective; href: string; communeCode: string }): ReactElement {
  const { directive, communeCode } = props;
  const { briefingId, minutesNumber, measure, legalGround } = directive;
  const origin = originWords(directive, minutesNumber);
  return (
    <>
      <AppLink className="directive-text" href={props.href}>
        {directive.text}
      </AppLink>
      <span className="sub directive-origin">
        <span className="directive-paper">
          {briefingId === null ? (
            origin
          ) : (
            <AppLink href={paths.briefing(communeCode, briefingId)}>{origin}</AppLink>
          )}
        </span>
        <span className="nowrap">Hạn {formatDate(directive.dueOn)}</span>
      </span>
      {measure === null ? null : <span className="sub wide-only">Kết quả phải có: {measure}</span>}
      {legalGround === null ? null : <span className="sub wide-only">Căn cứ: {legalGround}</span>}
    </>
  );
}
