import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { whoAmI } from '../../../modules/identity/contract.ts';
import { failureOf } from '../../shared/api/call.ts';
import { useQuestion } from '../../shared/api/query.ts';
import { KeyHelp } from '../../shared/components/key-help.tsx';
import { ErrorState, LoadingRows } from '../../shared/components/states.tsx';
import { ToastProvider } from '../../shared/components/toasts.tsx';
import { type Navigation, NavigationProvider } from '../../shared/navigation.tsx';
import { useStepsTaken } from '../first-steps/use-steps.ts';
import { type Me, MeProvider } from '../session.tsx';
import { AppNav } from './app-nav.tsx';

const ChooseOffice = lazy(async () => ({
  default: (await import('./choose-office.tsx')).ChooseOffice,
}));
const Gate = lazy(async () => ({ default: (await import('./gate.tsx')).Gate }));
const LinkGate = lazy(async () => ({ default: (await import('./link-gate.tsx')).LinkGate }));

/** Addresses of one-time links: they are opened without being signed in. */
const LINK_ADDRESSES = ['/dat-mat-khau', '/quan-tri-dau-tien'];

/** The whole desk: who is there decides between the way in and the pages. */
export function Desk(): ReactElement {
  const router = useRouter();
  const navigation = useMemo<Navigation>(() => ({ go: (href) => router.history.push(href) }), [router]);
  return (
    <NavigationProvider navigation={navigation}>
      <ToastProvider>
        <Suspense fallback={<div className="gate" />}>
          <Entrance />
        </Suspense>
      </ToastProvider>
    </NavigationProvider>
  );
}

function Entrance(): ReactElement {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { data, error, again } = useQuestion(whoAmI, {});
  if (LINK_ADDRESSES.includes(path))
    return <LinkGate kind={path === LINK_ADDRESSES[0] ? 'password' : 'administrator'} />;
  if (data === undefined)
    return (
      <main className="gate">
        {error === null ? (
          <LoadingRows rows={1} />
        ) : (
          <ErrorState failure={failureOf(error)} onRetry={again} />
        )}
      </main>
    );
  if (data.state !== 'signedIn') return <Gate state={data.state} />;
  const { acting } = data;
  if (acting === null) return <ChooseOffice fullName={data.fullName} assignments={data.assignments} />;
  return <SignedIn me={{ ...data, acting }} />;
}

function SignedIn({ me }: { me: Me }): ReactElement {
  return (
    <MeProvider me={me}>
      <a className="skip" href="#noi-dung">
        Đến nội dung chính
      </a>
      <div className="app">
        <AppNav />
        <div>
          {/* A page of its own for each office: what one office saw is not carried to the other. */}
          <Suspense fallback={<LoadingPage />} key={me.acting.id}>
            <StepsTaken />
            <Outlet />
          </Suspense>
        </div>
      </div>
      <KeyHelp />
    </MeProvider>
  );
}

function StepsTaken(): null {
  useStepsTaken();
  return null;
}

function LoadingPage(): ReactElement {
  return (
    <>
      <div className="top" />
      <main className="main" id="noi-dung">
        <LoadingRows rows={10} />
      </main>
    </>
  );
}
