import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listUsers, showFirstSteps, takeFirstStep } from '../../../modules/identity/contract.ts';
import type { FirstStep } from '../../../modules/identity/domain/first-steps.ts';
import { listDataDates } from '../../../modules/portfolio/contract.ts';
import { listFeeds } from '../../../modules/sessions/contract.ts';
import { call } from '../../shared/api/call.ts';
import { useQuestion } from '../../shared/api/query.ts';
import { useServerDay } from '../../shared/server-day.ts';
import { parseSearch } from '../search-params.ts';
import { useMe } from '../session.tsx';
import { lastMonthEnd, offerOf, type StepOffer, stepsShownBy, stepsTakenAt } from './steps.ts';

/** A step with what is known of it. */
export type ShownStep = StepOffer & { readonly step: FirstStep; readonly isDone: boolean };

/** The first steps of the acting office; undefined while unknown, put away, or all done. */
export function useFirstSteps(): readonly ShownStep[] | undefined {
  const me = useMe();
  const today = useServerDay();
  const { data } = useQuestion(showFirstSteps, {});
  const asked = data?.isPutAway === false ? data.steps : [];
  const done = useDoneByData(asked);
  if (data === undefined || today === undefined || done === undefined || asked.length === 0) return undefined;
  const place = { communeCode: me.communes[0]?.code ?? undefined, lastMonth: lastMonthEnd(today) };
  const steps = asked.map((step) => ({
    ...offerOf(step, place),
    step,
    isDone: data.taken.includes(step) || done.has(step),
  }));
  return steps.every(({ isDone }) => isDone) ? undefined : steps;
}

/** The steps that the data show as done; undefined while an answer is on its way. */
function useDoneByData(steps: readonly FirstStep[]): ReadonlySet<FirstStep> | undefined {
  const me = useMe();
  const today = useServerDay();
  const commune = me.communes[0];
  const asks = (...names: FirstStep[]) => names.some((name) => steps.includes(name));
  const dates = useQuestion(listDataDates, {}, { enabled: asks('importMonth') });
  const users = useQuestion(listUsers, {}, { enabled: asks('addPeople', 'giveOffices') });
  const feeds = useQuestion(
    listFeeds,
    { communeId: commune?.id ?? me.userId },
    { enabled: asks('keepCalendar') && commune !== undefined },
  );
  if (today === undefined || [dates, users, feeds].some((answer) => answer.isLoading)) return undefined;
  const newest = dates.data?.dataDates[0]?.dataDate;
  const done: [FirstStep, boolean][] = [
    ['secureAccount', me.hasSecondFactor],
    ['importMonth', newest !== undefined && newest >= lastMonthEnd(today)],
    ['keepCalendar', (feeds.data?.feeds.length ?? 0) > 0],
  ];
  const byPeople = stepsShownBy(users.data?.users ?? [], me.userId);
  return new Set([...byPeople, ...done.flatMap(([step, isDone]) => (isDone ? [step] : []))]);
}

/** Remembers the steps that are taken by opening a page. */
export function useStepsTaken(): void {
  const client = useQueryClient();
  const { data } = useQuestion(showFirstSteps, {});
  const location = useRouterState({ select: ({ location: at }) => `${at.pathname}\n${at.searchStr}` });
  useEffect(() => {
    const [path = '', search = ''] = location.split('\n');
    const open = data?.isPutAway === false ? data.steps.filter((step) => !data.taken.includes(step)) : [];
    const taken = stepsTakenAt(path, parseSearch(search)).filter((step) => open.includes(step));
    if (taken.length === 0) return;
    // Nothing is lost when it fails: the step stays open and is taken with the next visit. No other answer changes.
    void Promise.all(taken.map((step) => call(takeFirstStep, { step })))
      .then(() => client.invalidateQueries({ queryKey: [showFirstSteps.name] }))
      .catch(() => undefined);
  }, [client, data, location]);
}
