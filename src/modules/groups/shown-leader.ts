import { isSameName } from '../../kernel/text.ts';
import type { GroupRow } from './db/groups.ts';

/**
 * Who leads a group, in people's words before the bank's [GR6]. Phone and year of birth in the file are the bank's leader's, not
 * another's whose name was entered.
 */
export function shownLeader({
  leaderName,
  leaderBornYear,
  leaderPhone,
  entered,
}: Pick<GroupRow, 'leaderName' | 'leaderBornYear' | 'leaderPhone' | 'entered'>) {
  const fullName = entered.leader_name ?? leaderName;
  const isOfBank = isSameName(fullName, leaderName);
  return {
    fullName,
    birthYear: isOfBank ? leaderBornYear : null,
    phone: entered.leader_phone ?? (isOfBank ? leaderPhone : null),
  };
}
