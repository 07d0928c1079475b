import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { listDifficultiesAbout } from '../../../../modules/governance/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Section } from '../../../shared/components/section.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { may, useMe } from '../../session.tsx';
import { DifficultyState, TaskOfDifficulty } from '../briefing/difficulty-state.tsx';

/** What was difficult with a household, and what became of it [GV125]; without any, and for whoever is asked to no briefing, nothing. */
export function DifficultiesOfHousehold(props: {
  readonly communeId: Id;
  readonly communeCode: string;
  readonly householdId: Id;
}): ReactElement | null {
  const me = useMe();
  const { communeId, communeCode, householdId } = props;
  const { data } = useQuestion(
    listDifficultiesAbout,
    { communeId, householdId },
    { enabled: may(me, listDifficultiesAbout) },
  );
  if (data === undefined || data.difficulties.length === 0) return null;
  return (
    <Section title="Khó khăn đã nêu" note={`${data.difficulties.length}`}>
      <ol className="lines">
        {data.difficulties.map((difficulty) => (
          <li key={difficulty.difficultyId}>
            <span className="lines-text">{difficulty.text}</span>
            <span className="lines-meta">
              <span>
                {difficulty.raisedByName} nêu
                {difficulty.briefing === null ? (
                  ', chờ buổi giao ban tới'
                ) : (
                  <>
                    {' tại '}
                    <AppLink href={paths.briefing(communeCode, difficulty.briefing.briefingId)}>
                      giao ban {formatDate(difficulty.briefing.metOn)}
                    </AppLink>
                  </>
                )}
              </span>
              <span className="push">
                <DifficultyState
                  difficulty={difficulty}
                  metOn={difficulty.briefing?.metOn ?? null}
                  isClosed={difficulty.briefing?.isClosed ?? false}
                />
              </span>
            </span>
            <TaskOfDifficulty difficulty={difficulty} today={data.today} communeCode={communeCode} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
