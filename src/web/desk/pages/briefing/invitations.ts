import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listInvitations } from '../../../../modules/governance/contract.ts';

/** The invitations of a briefing as the page has them. */
export type Invitations = OutputOf<typeof listInvitations>;

/** One of those who are invited. */
export type Recipient = Invitations['recipients'][number];

export type { Within } from './briefing.ts';
