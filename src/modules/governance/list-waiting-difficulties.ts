import type { Handler } from '../../platform/http/implement.ts';
import type { listWaitingDifficulties as operation } from './contract.ts';
import { selectDifficulties } from './db/difficulties.ts';
import { readerOf } from './reader-of.ts';
import { difficultyShown } from './shown.ts';

/** Difficulties that wait for the next briefing, as far as the caller reads them [GV7]. */
export const listWaitingDifficulties: Handler<typeof operation> = async ({ communeId }, { tx, caller }) => {
  const rows = await selectDifficulties(tx, { communeId, briefingId: null, reader: readerOf(caller) });
  return { difficulties: rows.map(difficultyShown) };
};
