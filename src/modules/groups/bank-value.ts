import type { GroupEntryField } from './db/entries.ts';
import type { GroupRow } from './db/groups.ts';

/** What the bank says of the field that a person may enter; nothing of notes. */
export function bankValueOf(row: GroupRow, field: GroupEntryField): string | null {
  switch (field) {
    case 'leader_name':
      return row.leaderName;
    case 'leader_phone':
      return row.leaderPhone;
    case 'deputy_name':
      return row.deputyName;
    case 'deputy_phone':
      return row.deputyPhone;
    case 'village_name':
      return row.villageName;
    case 'point_name':
      return row.pointName;
    case 'meeting_note':
      return null;
  }
}
