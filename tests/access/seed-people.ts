import { insertAccount } from '../../src/modules/identity/db/accounts.ts';
import { insertAssignment } from '../../src/modules/identity/db/assignments.ts';
import { insertInvitation } from '../../src/modules/identity/db/invitations.ts';
import { insertSession } from '../../src/modules/identity/db/sessions.ts';
import { argon2Passwords } from '../../src/modules/identity/passwords.ts';
import type { Platform } from '../../src/platform/command.ts';
import { ASSIGNMENTS, idOf, KIND, type Seat } from './places.ts';

/** Everybody's password. */
export const PASSWORD = 'ruộng bậc thang mùa lúa chín';
/** The secret of everybody's authenticator: in use, but for the one without an office, who still has to confirm it. */
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** The link with which the administrator sets a password. */
export const PASSWORD_LINK = 'lien-ket-dat-mat-khau-trong-kiem-thu-00001';

/** One person for every seat and one without an office, each signed in; answers their tokens. */
export async function seedPeople({ database, clock }: Platform): Promise<ReadonlyMap<string, string>> {
  const at = clock.now();
  const tokens = new Map<string, string>();
  const passwordHash = await argon2Passwords().hash(PASSWORD);
  const seats = ['noOffice', ...(Object.keys(ASSIGNMENTS) as Seat[])] as const;
  await database.write({ communeIds: [], officeIds: [], system: true }, async (tx) => {
    for (const [i, asker] of seats.entries()) {
      const userId = idOf(KIND.user, i);
      const assignmentId = asker === 'noOffice' ? null : idOf(KIND.assignment, i);
      const login = `user-${asker}`;
      await insertAccount(tx, {
        id: userId,
        fullName: asker,
        login,
        phone: null,
        passwordHash,
        isSample: true,
        createdAt: at,
      });
      if (asker !== 'noOffice' && assignmentId)
        await insertAssignment(tx, userId, { ...ASSIGNMENTS[asker], id: assignmentId });
      const token = `token-of-${asker}`;
      await insertSession(tx, {
        id: idOf(KIND.session, i),
        token,
        userId,
        assignmentId,
        at,
        awaitsSecondFactor: false,
      });
      tokens.set(asker, token);
    }
    const expiresAt = new Date(at.getTime() + 3_600_000);
    const userId = idOf(KIND.user, seats.indexOf('administrator'));
    await insertInvitation(tx, { token: PASSWORD_LINK, userId, purpose: 'set_password', at, expiresAt });
  });
  return tokens;
}
