import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { membersOfGroups } from '../registry/index.ts';
import type { listGroups as operation } from './contract.ts';
import { MOST_GROUPS, selectGroups } from './db/groups.ts';
import { readGroupRules } from './read-group-rules.ts';
import { summariseGroup } from './summarise-group.ts';

/** Groups of the scope with their members and latest score at a data date [GR1, GR3, GR5, GR6, GR8]. */
export async function listGroups(
  { communeId, dataDate }: InputOf<typeof operation>,
  { tx, caller, clock }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const { communeIds } = caller.scope;
  const within = communeId === undefined ? communeIds : communeIds.filter((id) => id === communeId);
  const rules = await readGroupRules(tx, dataDate ?? clock.today());
  const rows = await selectGroups(tx, { communeIds: within, dataDate });
  const members = await membersOfGroups(tx, { communeIds: within, dataDate });
  const counts = new Map(members.map((group) => [keyOf(group), group.personIds.length]));
  const groups = rows
    .slice(0, MOST_GROUPS)
    .map((row) => summariseGroup(row, counts.get(keyOf(row)) ?? 0, rules));
  return { groups, isCut: rows.length > MOST_GROUPS };
}

const keyOf = ({ communeId, groupCode }: { communeId: string; groupCode: string }) =>
  `${communeId} ${groupCode}`;
