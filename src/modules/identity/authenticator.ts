import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

const ISSUER = 'Giao Ban';
const STEP_SECONDS = 30;
/** A clock may be one step off, either way [ID10]. */
const DRIFT_STEPS = 1;

/** A new secret of 160 bits, in base 32 as authenticators take it. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator scans: the `otpauth:` address, and the same as a QR code in SVG. */
export function authenticatorSetUp(secret: string, login: string): { address: string; qrSvg: string } {
  const address = authenticator(secret, login).toString();
  return { address, qrSvg: renderSVG(address, { border: 2 }) };
}

/**
 * The 30-second step for which this is the code, or undefined; whether it was used before is the caller's to judge.
 *
 * @param now the machine's moment, not the demo's: the phone knows no other
 */
export function acceptedStep(secret: string, code: string, now: Date): bigint | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = authenticator(secret, '').validate({ token: code, timestamp, window: DRIFT_STEPS });
  if (delta === null) return undefined;
  return BigInt(Math.floor(timestamp / 1000 / STEP_SECONDS) + delta);
}

/** The code of a moment: what the person's authenticator shows. For tests and sample people. */
export function codeAt(secret: string, now: Date): string {
  return authenticator(secret, '').generate({ timestamp: now.getTime() });
}

function authenticator(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label: label || ISSUER,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}
