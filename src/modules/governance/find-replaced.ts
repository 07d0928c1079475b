import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { ListedNow } from './domain/offices-anew.ts';
import type { ReplacedInvitation } from './domain/replaced-invitation.ts';
import { findInvited } from './find-invitations.ts';

/** Of everybody invited, by their first place on the list, the invitation that one made now takes the place of [GV181]; whoever has none is left out. */
export async function findReplaced(
  context: Pick<HandlerContext, 'tx' | 'caller' | 'clock'>,
  briefing: BriefingRow,
  listed: readonly ListedNow<AttendeeRow>[],
): Promise<ReadonlyMap<Id, ReplacedInvitation>> {
  const invited = await findInvited(context, briefing, listed);
  return new Map(
    invited.flatMap(({ attendee, replaced }) =>
      replaced === null ? [] : [[attendee.id, replaced] as const],
    ),
  );
}
