import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '../../../kernel/contract.ts';
import { whoAmI } from '../../../modules/identity/contract.ts';
import { SESSION_SETTINGS } from '../../../modules/identity/domain/session.ts';
import { type Answer, useQuestion } from '../../shared/api/query.ts';
import { msSinceAnswer, whenSessionIsOver } from '../../shared/api/session-watch.ts';
import type { Me } from '../session.tsx';

/** Who the server says is there. */
export type Who = OutputOf<typeof whoAmI>;

const CHANNEL = 'giaoban.session';
const LOOKED_AT_EVERY_MS = 15_000;
/** So that the session is surely over when it is asked about: asking before would prolong it. */
const AFTER_ITS_END_MS = 5_000;

/**
 * Asks who is there, and asks anew whenever that may have changed: a call was answered with the end of the session, nothing
 * was asked for as long as a session lives, another tab signed in or out, or the browser brought an old page back.
 */
export function useWho(): Answer<Who> {
  const answer = useQuestion(whoAmI, {});
  const client = useQueryClient();
  const ask = useCallback(() => void client.invalidateQueries({ queryKey: [whoAmI.name] }), [client]);
  useEffect(() => whenSessionIsOver(ask), [ask]);
  useAskedWhenIdle(ask);
  useAskedByOtherTabs(answer.data, ask);
  useEffect(() => {
    // A page that comes back as it was left shows nothing until it is known who looks at it.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void client.resetQueries({ queryKey: [whoAmI.name] });
    };
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [client]);
  return answer;
}

/** The person signed in and acting; undefined for everybody who has to come in first. */
export function usePerson(who: Who | undefined): Me | undefined {
  return useMemo(() => {
    if (who?.state !== 'signedIn' || who.acting === null) return undefined;
    return { ...who, acting: who.acting };
  }, [who]);
}

/** The person whose pages are open: whoever came in first, also when the session is over. */
export function useOwner(here: Me | undefined): Me | undefined {
  const [owner, setOwner] = useState<Me>();
  if (here !== undefined && here !== owner && (owner ?? here).userId === here.userId) setOwner(here);
  return owner;
}

/** On a machine that is left alone nothing is asked, and so nobody would learn that the session is over. */
function useAskedWhenIdle(ask: () => void): void {
  useEffect(() => {
    const look = () => {
      if (msSinceAnswer() > SESSION_SETTINGS.idleMs + AFTER_ITS_END_MS) ask();
    };
    // A machine that slept may not have counted the hours: whoever opens it again is asked about at once.
    const wake = () => {
      if (document.visibilityState === 'visible') ask();
    };
    const timer = window.setInterval(look, LOOKED_AT_EVERY_MS);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [ask]);
}

/** The tabs of a browser share one session: whoever comes or goes in one is told to the others, which then ask. */
function useAskedByOtherTabs(who: Who | undefined, ask: () => void): void {
  const channel = useRef<BroadcastChannel>(undefined);
  useEffect(() => {
    const opened = new BroadcastChannel(CHANNEL);
    opened.addEventListener('message', ask);
    channel.current = opened;
    return () => opened.close();
  }, [ask]);
  const told = who?.state === 'signedIn' ? who.userId : who?.state;
  useEffect(() => {
    if (told !== undefined) channel.current?.postMessage('changed');
  }, [told]);
}
