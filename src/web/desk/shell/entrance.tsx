import { useRouterState } from '@tanstack/react-router';
import { Activity, type ReactElement, type ReactNode, Suspense, useEffect } from 'react';
import { failureOf } from '../../shared/api/call.ts';
import type { Answer } from '../../shared/api/query.ts';
import { ErrorState, LoadingRows } from '../../shared/components/states.tsx';
import { lazyPart } from '../../shared/lazy-part.tsx';
import type { Me } from '../session.tsx';
import { GateNotLoaded } from './broken-page.tsx';
import { startClean } from './use-leave.ts';
import { useOwner, usePerson, useWho, type Who } from './use-who.ts';

const ChooseOffice = lazyPart(async () => (await import('./choose-office.tsx')).ChooseOffice, GateNotLoaded);
const Gate = lazyPart(async () => (await import('./gate.tsx')).Gate, GateNotLoaded);
const LinkGate = lazyPart(async () => (await import('./link-gate.tsx')).LinkGate, GateNotLoaded);

/** Addresses of one-time links: they are opened without being signed in. */
const LINK_ADDRESSES = ['/dat-mat-khau', '/quan-tri-dau-tien'];

/**
 * Who is there decides between the way in and the pages. Where a session ends by itself, the pages wait out of sight with
 * all that was typed: the same person finds them again, anybody else gets a clean start.
 *
 * @param pages the pages as a person has them
 */
export function Entrance({ pages }: { readonly pages: (me: Me) => ReactNode }): ReactElement {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const asked = useWho();
  const here = usePerson(asked.data);
  const owner = useOwner(here);
  useCodeAtHand(here !== undefined);
  if (LINK_ADDRESSES.includes(path))
    return <LinkGate kind={path === LINK_ADDRESSES[0] ? 'password' : 'administrator'} />;
  if (isAnother(asked.data, owner)) return <CleanStart />;
  return (
    <>
      {owner === undefined ? null : (
        <Activity mode={here === undefined ? 'hidden' : 'visible'}>{pages(owner)}</Activity>
      )}
      {here === undefined ? (
        <Suspense fallback={<div className="gate" />}>
          <WayIn asked={asked} isReturn={owner !== undefined} />
        </Suspense>
      ) : null}
    </>
  );
}

/** A session may end where the network is bad: the way back in is there before. */
function useCodeAtHand(isIn: boolean): void {
  useEffect(() => {
    if (isIn) void Promise.all([Gate.load(), ChooseOffice.load()]);
  }, [isIn]);
}

/** Whether the pages that wait belong to somebody else, also where that person has still to choose an office. */
function isAnother(who: Who | undefined, owner: Me | undefined): boolean {
  return who?.state === 'signedIn' && owner !== undefined && who.userId !== owner.userId;
}

function CleanStart(): ReactElement {
  useEffect(() => startClean(), []);
  return <div className="gate" />;
}

function WayIn(props: { asked: Answer<Who>; isReturn: boolean }): ReactElement {
  const { data: who, error, again } = props.asked;
  if (who === undefined)
    return (
      <main className="gate">
        {error === null ? (
          <LoadingRows rows={1} />
        ) : (
          <ErrorState failure={failureOf(error)} onRetry={again} />
        )}
      </main>
    );
  if (who.state === 'signedIn')
    return <ChooseOffice userId={who.userId} fullName={who.fullName} assignments={who.assignments} />;
  return <Gate state={who.state} isReturn={props.isReturn} />;
}
