import type { ReactElement } from 'react';
import { earlierWords } from '../../../../modules/governance/domain/papers/earlier.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { PROGRESS_WORDS } from '../directives/directive.ts';
import { ResultLine } from './result-line.tsx';
import type { EarlierResults } from './results-before.ts';

/** What is left of the briefings before the last [GV88]: the longest late by name, all of them a step away. */
export function EarlierLines(props: {
  readonly earlier: EarlierResults;
  /** The last briefing: what is left is of those before it. */
  readonly briefingId: string;
  readonly communeCode: string;
}): ReactElement {
  const { earlier, briefingId, communeCode } = props;
  return (
    <>
      <h3>{earlierWords(earlier)}</h3>
      <ul className="before">
        {earlier.longest.map((result, i) => (
          <ResultLine
            key={result.taskId ?? i}
            result={result}
            communeCode={communeCode}
            since={result.givenOn}
          />
        ))}
      </ul>
      <AppLink
        className="twin"
        href={paths.directives({ xa: communeCode, loc: PROGRESS_WORDS.open, truoc: briefingId })}
      >
        Xem tất cả việc còn lại
      </AppLink>
    </>
  );
}
