import { Outlet } from '@tanstack/react-router';
import { type ReactElement, Suspense } from 'react';
import { KeyHelp } from '../../shared/components/key-help.tsx';
import { LoadingRows } from '../../shared/components/states.tsx';
import { ToastProvider, useToast } from '../../shared/components/toasts.tsx';
import { useStepsTaken } from '../first-steps/use-steps.ts';
import { useWordsTakenOver } from '../kept-words.ts';
import { ReportSender } from '../pages/tasks/report-sender.tsx';
import { type Me, MeProvider } from '../session.tsx';
import { AppNav } from './app-nav.tsx';
import { Entrance } from './entrance.tsx';
import { useKeyboardKept } from './use-keyboard-kept.ts';
import { WayProvider } from './way.tsx';

/** The whole desk: the way in, or the pages of who is there. */
export function Desk(): ReactElement {
  return (
    <ToastProvider>
      <WayProvider>
        <Suspense fallback={<div className="gate" />}>
          <Entrance pages={(me) => <SignedIn me={me} />} />
        </Suspense>
      </WayProvider>
    </ToastProvider>
  );
}

/** Told where words of a closed tab are there again: their pages show them, and send what waits. */
const TAKEN_OVER =
  'Chữ chưa gửi của lần trước còn nguyên: mở lại buổi giao ban hoặc trang đang gõ dở để ghi nốt.';

function SignedIn({ me }: { me: Me }): ReactElement {
  useKeyboardKept();
  const show = useToast();
  const isReady = useWordsTakenOver(me.userId, () => show({ text: TAKEN_OVER }));
  if (!isReady) return <div className="gate" />;
  return (
    <MeProvider me={me}>
      <ReportSender>
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
      </ReportSender>
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
      <main className="main" id="noi-dung" tabIndex={-1}>
        <LoadingRows rows={10} />
      </main>
    </>
  );
}
