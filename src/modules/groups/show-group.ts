import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import { compareNames, isSameName } from '../../kernel/text.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { membersOfGroups } from '../registry/index.ts';
import { bankValueOf } from './bank-value.ts';
import type { showGroup as operation } from './contract.ts';
import { type GroupEntryRow, selectEntries } from './db/entries.ts';
import { type GroupRow, selectGroups, selectMembers } from './db/groups.ts';
import { selectScores } from './db/scores.ts';
import { shownValue } from './domain/entered-values.ts';
import { readGroupRules } from './read-group-rules.ts';
import { shownLeader } from './shown-leader.ts';
import { summariseGroup } from './summarise-group.ts';

/** One group: board, members of the date asked by given name, what people entered, 24 months of scores [GR1–GR6, GR8]. */
export async function showGroup(
  { communeId, groupCode, dataDate }: InputOf<typeof operation>,
  { tx, clock }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'notFound'>> {
  const [row] = await selectGroups(tx, { communeIds: [communeId], groupCode, dataDate: undefined });
  if (row === undefined) return refuse('notFound');
  const entries = await selectEntries(tx, communeId, groupCode);
  const [group] = await membersOfGroups(tx, { communeIds: [communeId], groupCode, dataDate });
  const personIds = group?.personIds ?? [];
  const members = await selectMembers(tx, { communeId, personIds });
  return {
    group: summariseGroup(row, personIds.length, await readGroupRules(tx, clock.today())),
    leader: shownLeader(row),
    deputy: deputyOf(row, entries),
    entries: entries.map((entry) => entryOf(entry, row)),
    members: members.sort((a, b) => compareNames(a.fullName, b.fullName)),
    scores: await selectScores(tx, communeId, groupCode),
  };
}

/** The bank's phone belongs to the bank's deputy, not to another whose name was entered. */
function deputyOf(row: GroupRow, entries: readonly GroupEntryRow[]) {
  const fullName = shownValue(entries, 'deputy_name', row.deputyName);
  if (fullName === null || fullName === '') return null;
  const isOfBank = row.deputyName !== null && isSameName(fullName, row.deputyName);
  const bankPhone = isOfBank ? row.deputyPhone : null;
  return { fullName, phone: shownValue(entries, 'deputy_phone', bankPhone) };
}

function entryOf(entry: GroupEntryRow, row: GroupRow) {
  const bankValueNow = bankValueOf(row, entry.field);
  return {
    ...entry,
    bankValueNow,
    differs: entry.value !== bankValueNow,
    bankChanged: entry.bankValueThen !== bankValueNow,
    enteredAt: entry.enteredAt.toISOString(),
  };
}
