import { dayInVietnam } from '../../kernel/moment.ts';
import type { ReplacedInvitation } from './domain/replaced-invitation.ts';
import type { WithMail } from './every-invitation.ts';

/** What an invitation said, and how and when it may have reached whom it invited [GV181]. */
export function letterSaid(letter: WithMail): Omit<ReplacedInvitation, 'calledOff'> {
  const { way, mail, madeAt, handedOn, heldOn, hour, hourOf, place, bring } = letter;
  const said = { heldOn, hour, hourOf, place, bring };
  if (way === 'mail') return { ...said, how: 'sent', on: dayInVietnam(mail?.sentAt ?? madeAt) };
  if (handedOn !== null) return { ...said, how: 'handed', on: handedOn };
  return { ...said, how: 'printed', on: dayInVietnam(madeAt) };
}
