import { useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { putAwayFirstSteps } from '../../../modules/identity/contract.ts';
import { useCommand } from '../../shared/api/query.ts';
import { Refused } from '../../shared/api/show.tsx';
import { Section } from '../../shared/components/section.tsx';
import { Status } from '../../shared/components/status.tsx';
import { useToast } from '../../shared/components/toasts.tsx';
import { AppLink } from '../../shared/navigation.tsx';
import { useMe } from '../session.tsx';
import { startOf } from '../start.ts';
import { type ShownStep, useFirstSteps } from './use-steps.ts';

/** The first steps, on the page an office begins with, until they are done or put away. */
export function FirstSteps(): ReactElement | null {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return path === startOf(me) ? <Steps /> : null;
}

function Steps(): ReactElement | null {
  const steps = useFirstSteps();
  const putAway = useCommand(putAwayFirstSteps);
  const toast = useToast();
  if (steps === undefined) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = steps.find(({ isDone }) => !isDone);
  const close = async () => {
    if ((await putAway.run({ isPutAway: true })) === undefined) return;
    toast({ text: 'Đã cất các bước đầu tiên. Mở lại ở trang Tài khoản.' });
  };
  return (
    <div className="first-steps no-print">
      <Section
        title="Các bước đầu tiên"
        note={`xong ${done}/${steps.length}`}
        actions={
          <button type="button" className="twin" disabled={putAway.isBusy} onClick={() => void close()}>
            Cất đi
          </button>
        }
      >
        <ol>
          {steps.map((step) => (
            <Step key={step.step} step={step} isNext={step === next} />
          ))}
        </ol>
        <Refused error={putAway.error} />
      </Section>
    </div>
  );
}

/** On a phone only the next one is shown: the figures of the page stand below. */
function Step({ step, isNext }: { step: ShownStep; isNext: boolean }): ReactElement {
  return (
    <li className={isNext ? 'is-next' : undefined}>
      <AppLink href={step.href}>{step.title}</AppLink>
      <span className="small dim">{step.detail}</span>
      <Status tone={step.isDone ? 'good' : 'dim'} icon={step.isDone ? 'check' : 'circle'} small>
        {step.isDone ? 'Xong' : 'Chưa làm'}
      </Status>
    </li>
  );
}
