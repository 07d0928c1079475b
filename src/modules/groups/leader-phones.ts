import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { selectGroups } from './db/groups.ts';
import { shownLeader } from './shown-leader.ts';

/** The leader of a group, with the phone that the group's page shows; null while it shows none. */
export type LeaderPhone = { readonly fullName: string; readonly phone: string | null };

/** The leaders of the groups of a commune with their phones [GR6], by group code, as far as the scope shows the groups. */
export async function leaderPhones(tx: Tx, communeId: Id): Promise<ReadonlyMap<string, LeaderPhone>> {
  const groups = await selectGroups(tx, { communeIds: [communeId], dataDate: undefined });
  return new Map(
    groups.map((group) => {
      const { fullName, phone } = shownLeader(group);
      return [group.groupCode, { fullName, phone }];
    }),
  );
}
