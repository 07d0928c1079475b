import type { HandlerContext } from '../../platform/command.ts';
import { areaNames } from '../registry/index.ts';
import { selectAgenda } from './db/agenda.ts';
import type { AttendeeRow } from './db/attendees.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { Asking } from './domain/addressees.ts';
import { chairShown } from './domain/chair-shown.ts';
import type { InvitationContent } from './domain/invitation-text.ts';
import type { ListedNow } from './domain/offices-anew.ts';
import { placeTitles } from './domain/titles-of-place.ts';

/** What the invitations of a briefing say. */
export async function findInvitationContent(
  { tx }: Pick<HandlerContext, 'tx'>,
  briefing: BriefingRow,
  { listed, asking }: { readonly listed: readonly ListedNow<AttendeeRow>[]; readonly asking: Asking },
): Promise<InvitationContent> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const names = await areaNames(tx, [briefing.communeId], briefing.heldOn);
  const communeName = names.get(briefing.communeId) ?? '';
  const { pointName, heldOn, startsAt, meetsAt, place, bring } = briefing;
  return {
    ...{ pointName, heldOn, startsAt, meetsAt, place, bring },
    communeName,
    chair: chairShown(listed, asking, placeTitles(communeName, listed)),
    agenda: await selectAgenda(tx, within.communeId, within.briefingId),
  };
}
