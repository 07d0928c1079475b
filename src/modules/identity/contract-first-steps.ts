import { z } from 'zod';
import { operation } from '../../kernel/contract.ts';
import { FIRST_STEP_NAMES } from './domain/first-steps.ts';

const firstStep = z.enum(FIRST_STEP_NAMES);

/**
 * The first steps of the acting office. `taken` are those the person was seen to take; others follow from the data
 * of their modules, which the page knows.
 */
export const showFirstSteps = operation({
  name: 'identity.showFirstSteps',
  method: 'GET',
  path: '/me/first-steps',
  summary: 'Các bước đầu tiên của chức vụ đang dùng.',
  input: z.object({}),
  output: z.object({ steps: z.array(firstStep), taken: z.array(firstStep), isPutAway: z.boolean() }),
  permission: 'signedIn',
});

/** Remembers a step of the acting office as taken; a second time changes nothing. */
export const takeFirstStep = operation({
  name: 'identity.takeFirstStep',
  method: 'POST',
  path: '/me/first-steps/{step}',
  summary: 'Ghi nhận một bước đầu tiên đã làm.',
  input: z.object({ step: firstStep }),
  output: z.object({}),
  permission: 'signedIn',
});

/** Puts the list of first steps of the acting office away, or takes it out again. */
export const putAwayFirstSteps = operation({
  name: 'identity.putAwayFirstSteps',
  method: 'PUT',
  path: '/me/first-steps',
  summary: 'Cất hoặc mở lại các bước đầu tiên.',
  input: z.object({ isPutAway: z.boolean() }),
  output: z.object({}),
  permission: 'signedIn',
});
