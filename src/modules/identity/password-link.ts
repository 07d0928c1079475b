import type { z } from 'zod';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { passwordLink } from './contract.ts';
import { insertInvitation } from './db/invitations.ts';
import type { SessionSettings } from './domain/session.ts';
import { newToken } from './tokens.ts';

/** A one-time link: what follows the address of the site, and until when it works. */
export type PasswordLink = z.output<typeof passwordLink>;

/**
 * Writes a one-time link with which a person sets a password, or (null) with which the first administrator is made
 * [ID15]. The secret stands behind `#`, which browsers never send, so it is in no log.
 */
export async function newLink(
  { linkMs }: SessionSettings,
  { tx, clock }: Pick<HandlerContext, 'tx' | 'clock'>,
  userId: Id | null,
): Promise<PasswordLink> {
  const token = newToken();
  const at = clock.now();
  const expiresAt = new Date(at.getTime() + linkMs);
  const purpose = userId === null ? 'first_administrator' : 'set_password';
  await insertInvitation(tx, { token, userId, purpose, at, expiresAt });
  const page = userId === null ? '/quan-tri-dau-tien' : '/dat-mat-khau';
  return { path: `${page}#${token}`, expiresAt: expiresAt.toISOString() };
}
