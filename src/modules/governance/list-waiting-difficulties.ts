import type { Handler } from '../../platform/http/implement.ts';
import type { listWaitingDifficulties as operation } from './contract.ts';
import { findDifficulties } from './find-difficulties.ts';
import { difficultyShown } from './shown.ts';

/** Difficulties that wait for the next briefing, as far as the caller reads them [GV7]. */
export const listWaitingDifficulties: Handler<typeof operation> = async ({ communeId }, context) => {
  const rows = await findDifficulties(context, { communeId, briefingId: null });
  return { difficulties: rows.map(difficultyShown) };
};
