import { expect, it } from 'vitest';
import type { Id } from '../../../../kernel/ids.ts';
import { typedInto } from '../../sent-draft.ts';
import { blankJudgement, type JudgementDraft, judgementIds } from './judgement-draft.ts';

const counting = () => {
  let made = 0;
  return () => `id-${++made}` as Id;
};

it('[GV34] what is typed on after a judgement was sent goes out under ids of its own', () => {
  const newId = counting();
  const newIds = () => judgementIds(newId);
  const typed: JudgementDraft = { ...blankJudgement(newId), reason: 'Nhầm' };
  expect(typedInto(typed, { reason: 'Nhầm nơi nhận' }, newIds)).toEqual({ reason: 'Nhầm nơi nhận' });
  expect(typedInto({ ...typed, isSent: true }, { ownerName: 'Mặt trận' }, newIds)).toEqual({
    ...{ ownerName: 'Mặt trận', eventId: 'id-3', newTaskId: 'id-4', isSent: false },
  });
});
