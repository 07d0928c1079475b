import { useEffect } from 'react';
import { followBriefing, showBriefing } from '../../../../modules/governance/contract.ts';
import { refusalCode } from '../../../shared/api/call.ts';
import { type Answer, useQuestion } from '../../../shared/api/query.ts';
import type { Briefing, Within } from './briefing.ts';

/** Often enough that two people see each other's lines within two seconds, the second question counted in. */
const FOLLOW_MS = 1_000;

/** A briefing, asked anew whenever anybody has changed it. `isCutOff`: the server does not answer just now. */
export function useBriefing(within: Within): {
  readonly answer: Answer<Briefing>;
  readonly isCutOff: boolean;
} {
  const answer = useQuestion(showBriefing, within);
  const isClosed = answer.data?.state === 'closed';
  const { data, error } = useQuestion(followBriefing, within, {
    enabled: answer.data !== undefined && !isClosed,
    refetchMs: () => FOLLOW_MS,
  });
  const { again } = answer;
  const seen = answer.data?.revision;
  const latest = data?.revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is made anew with every render and does the same.
  useEffect(() => {
    if (latest !== undefined && seen !== undefined && latest > seen) again();
  }, [latest, seen]);
  return { answer, isCutOff: refusalCode(error) === 'unreachable' };
}
