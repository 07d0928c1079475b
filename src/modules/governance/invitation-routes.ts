import { defineRoutes, implement } from '../../platform/http/implement.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import * as contract from './contract.ts';
import { handOverInvitation } from './hand-over-invitation.ts';
import { listInvitations } from './list-invitations.ts';
import { printInvitations } from './print-invitations.ts';
import { recordToldInPerson } from './record-told-in-person.ts';
import { GOVERNANCE_REFUSALS } from './refusals.ts';
import { sendInvitations } from './send-invitations.ts';
import { writeInvitationNote } from './write-invitation-note.ts';
import { writeMailAddress } from './write-mail-address.ts';

/** What invitations offer over HTTP, and the cancelling of a briefing, which tells the invited; `hasMail`: a mail server is set. */
export const invitationRoutes = (setup: { readonly hasMail: boolean }) =>
  defineRoutes(GOVERNANCE_REFUSALS, [
    implement(contract.listInvitations, listInvitations(setup)),
    implement(contract.writeInvitationNote, writeInvitationNote),
    implement(contract.writeMailAddress, writeMailAddress),
    implement(contract.sendInvitations, sendInvitations(setup)),
    implement(contract.printInvitations, printInvitations),
    implement(contract.handOverInvitation, handOverInvitation),
    implement(contract.cancelBriefing, cancelBriefing(setup)),
    implement(contract.recordToldInPerson, recordToldInPerson),
  ]);
