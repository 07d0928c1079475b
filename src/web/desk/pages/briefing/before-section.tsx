import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { countResults } from '../../../../modules/governance/domain/papers/results.ts';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Briefing, Within } from './briefing.ts';
import { EarlierLines } from './earlier-lines.tsx';
import { ResultLine } from './result-line.tsx';
import { lateFirst, type Result, type ResultOfDifficulty, useResultsBefore } from './results-before.ts';
import { useLongLines } from './use-long-lines.tsx';
import { useLookThrough } from './use-look-through.ts';

type Before = NonNullable<Briefing['before']>;

/** What the briefing before concluded, and what came of it [GV84]: the next one opens with it. */
export function BeforeSection(props: {
  readonly before: Before;
  readonly within: Within;
  readonly communeCode: string;
}): ReactElement {
  const { before, within, communeCode } = props;
  const { data } = useResultsBefore(within, true);
  const told = data?.before ?? null;
  return (
    <Section
      title={`Kết luận ${formatDate(before.heldOn).slice(0, 5)}`}
      note={told === null ? formatInteger(before.conclusions.length) : noteOf(told.results)}
    >
      {told === null ? (
        <Conclusions before={before} within={within} />
      ) : (
        <Results results={told.results} within={within} communeCode={communeCode} />
      )}
      {told === null || told.difficulties.length === 0 ? null : (
        <>
          <h3>Khó khăn đã giao, {noteOf(told.difficulties)}</h3>
          <ul className="before">
            {lateFirst(told.difficulties).map((result, i) => (
              <ResultLine key={result.taskId ?? i} result={result} communeCode={communeCode} />
            ))}
          </ul>
        </>
      )}
      {told === null || told.earlier === null ? null : (
        <EarlierLines earlier={told.earlier} briefingId={before.briefingId} communeCode={communeCode} />
      )}
      {told === null ? null : (
        <p className="small dim">
          Tình trạng ngày {formatDate(told.on)}
          {told.isFixed ? ', như biên bản đã ghi' : ''}.
        </p>
      )}
      <AppLink className="twin" href={paths.briefing(communeCode, before.briefingId)}>
        Mở giao ban {formatDate(before.heldOn)}
      </AppLink>
    </Section>
  );
}

/** `xong 3/5`; of a meeting that nothing was concluded in nothing is counted. */
function noteOf(results: readonly (Result | ResultOfDifficulty)[]): string {
  if (results.length === 0) return 'không có kết luận';
  const { given, done } = countResults(results);
  return `xong ${formatInteger(done)}/${formatInteger(given)}`;
}

/** The conclusions with what came of each, what is still to be done first. */
function Results(props: { results: readonly Result[]; within: Within; communeCode: string }): ReactElement {
  const { results, within, communeCode } = props;
  const lines = lateFirst(results);
  const { classOf, finder, more } = useLongLines({
    label: 'Tìm kết luận trước',
    lines,
    keyOf: ({ taskId, text }) => taskId ?? text,
    toFind: ({ text, ownerName }) => ({ texts: [text, ownerName], isOwn: false }),
    ...useLookThrough(within).before,
    isOver: true,
  });
  return (
    <>
      {finder}
      <ul className="before">
        {lines.map((result, i) => (
          <ResultLine
            key={result.taskId ?? i}
            result={result}
            communeCode={communeCode}
            className={classOf(result)}
          />
        ))}
      </ul>
      {more}
    </>
  );
}

/** The conclusions as they were written: for offices that do not see everybody's tasks. */
function Conclusions({ before, within }: { before: Before; within: Within }): ReactElement {
  const { classOf, finder, more } = useLongLines({
    label: 'Tìm kết luận trước',
    lines: before.conclusions,
    keyOf: ({ conclusionId }) => conclusionId,
    toFind: ({ text, ownerName }) => ({ texts: [text, ownerName], isOwn: false }),
    ...useLookThrough(within).before,
    isOver: true,
  });
  return (
    <>
      {finder}
      <ul className="before">
        {before.conclusions.map((line) => (
          <li key={line.conclusionId} className={classOf(line)}>
            {line.text}
            <span className="sub">
              {line.ownerName}
              {line.dueOn === null ? '' : `, hạn ${formatDate(line.dueOn)}`}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
