import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type GroupBoard, groupBoards } from '../groups/index.ts';
import { inWholeCommune } from './find-difficulties.ts';

/**
 * Who leads the groups of a commune, of all of them also for a narrow office: wherever people read of an office they read the same name
 * [GV165], and group leaders see their own groups alone.
 */
export function boardsOfCommune({ tx, caller }: HandlerContext, communeId: Id): Promise<GroupBoard[]> {
  return inWholeCommune({ tx, caller }, () => groupBoards(tx, communeId));
}
