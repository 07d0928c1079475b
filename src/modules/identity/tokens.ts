import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 32 random bytes as text: the secret of a session or a one-time link. Only {@link hashToken} of it is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret that is random enough to need no salt: SHA-256 in hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Without letters and digits that look alike on paper. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** Ten recovery codes as `k7mn-w2qd-x9pt`, 59 bits each [ID11]. */
export function newRecoveryCodes(): string[] {
  const four = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 10 }, () => `${four()}-${four()}-${four()}`);
}

/** The hash under which a recovery code is found, however it was typed. */
export function hashRecoveryCode(code: string): string {
  return hashToken(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
