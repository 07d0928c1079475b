import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import {
  followBriefing,
  showBriefing,
  showBriefingFigures,
} from '../../../../modules/governance/contract.ts';
import { isEnded } from '../../../../modules/governance/domain/briefing.ts';
import { refusalCode } from '../../../shared/api/call.ts';
import { type Answer, useQuestion } from '../../../shared/api/query.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing, BriefingFigures, Within } from './briefing.ts';

/** Often enough that two people see each other's lines within two seconds, the second question counted in. */
const FOLLOW_MS = 1_000;

/** A month published in the meantime is told of within a minute; it is nobody's change of the briefing. */
const LOOK_FOR_FIGURES_MS = 60_000;

/**
 * The figures and points of a briefing for offices that see them, asked anew whenever anybody has changed the briefing: two people
 * who write points see each other's.
 */
export function useFigures(briefing: Briefing | undefined, within: Within): Answer<BriefingFigures> {
  const me = useMe();
  const answer = useQuestion(showBriefingFigures, within, {
    enabled: briefing !== undefined && may(me, showBriefingFigures),
    refetchMs: () => (briefing && isEnded(briefing.state) ? false : LOOK_FOR_FIGURES_MS),
  });
  const seen = useRef(briefing?.revision);
  const { again } = answer;
  const revision = briefing?.revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is made anew with every render and does the same.
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== revision) again();
    seen.current = revision;
  }, [revision]);
  return answer;
}

/** A briefing, asked anew whenever anybody has changed it. `isCutOff`: the server does not answer just now. */
export function useBriefing(within: Within): {
  readonly answer: Answer<Briefing>;
  readonly isCutOff: boolean;
} {
  const answer = useQuestion(showBriefing, within);
  const { data, error } = useQuestion(followBriefing, within, {
    enabled: answer.data !== undefined && !isEnded(answer.data.state),
    refetchMs: () => FOLLOW_MS,
  });
  useAllAskedWhenBegunOrEnded(answer.data?.state);
  const { again } = answer;
  const seen = answer.data?.revision;
  const latest = data?.revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is made anew with every render and does the same.
  useEffect(() => {
    if (latest !== undefined && seen !== undefined && latest > seen) again();
  }, [latest, seen]);
  return { answer, isCutOff: refusalCode(error) === 'unreachable' };
}

/**
 * Where another begins, closes or cancels a meeting, all else on the page is asked anew too, as after one's
 * own command: its papers are others then.
 */
function useAllAskedWhenBegunOrEnded(state: Briefing['state'] | undefined): void {
  const client = useQueryClient();
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== undefined && before.current !== state) void client.invalidateQueries();
    before.current = state;
  }, [client, state]);
}
