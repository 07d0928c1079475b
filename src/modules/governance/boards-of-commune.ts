import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { transactionMemory } from '../../platform/db/transaction-memory.ts';
import { type GroupBoard, groupBoards } from '../groups/index.ts';
import { inWholeCommune } from './find-difficulties.ts';

/** The list of a meeting, its lines and the names of the hall each ask who holds an office. */
const boardsKept = transactionMemory<GroupBoard[]>();

/**
 * Who leads the groups of a commune, of all of them also for a narrow office: wherever people read of an office they read the same name
 * [GV165], and group leaders see their own groups alone.
 */
export function boardsOfCommune({ tx, caller }: HandlerContext, communeId: Id): Promise<GroupBoard[]> {
  return boardsKept(tx, communeId, () => inWholeCommune({ tx, caller }, () => groupBoards(tx, communeId)));
}
