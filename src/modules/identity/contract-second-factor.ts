import { z } from 'zod';
import { operation } from '../../kernel/contract.ts';

/** A password as typed, to be compared. */
export const typedPassword = z.string().min(1, { error: 'Nhập mật khẩu.' }).max(1024);
const typedCode = z
  .string()
  .trim()
  .min(6, { error: 'Nhập mã xác thực 6 chữ số, hoặc một mã dự phòng.' })
  .max(40);
/** Of the authenticator alone. */
const authenticatorCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'Nhập mã xác thực 6 chữ số.' });

/** The code of the authenticator, or a recovery code. The session gets a new token. */
export const giveSecondFactor = operation({
  name: 'identity.giveSecondFactor',
  method: 'POST',
  path: '/second-factor',
  summary: 'Nhập mã xác thực sau mật khẩu.',
  input: z.object({ code: typedCode }),
  output: z.object({ recoveryCodesLeft: z.int() }),
  refusals: ['notSignedIn', 'codeRefused', 'signInDelayed'],
  permission: 'anyone',
});

/** A new secret for an authenticator: as text, as its `otpauth:` address, as a QR code. Shown once. */
export const newSecret = z.object({ secret: z.string(), address: z.string(), qrSvg: z.string() });

/** Begins the set-up: a new secret, shown as QR and as text. Nothing changes until it is confirmed. */
export const setUpSecondFactor = operation({
  name: 'identity.setUpSecondFactor',
  method: 'POST',
  path: '/me/second-factor/set-up',
  summary: 'Bắt đầu bật mã xác thực: khóa và mã QR.',
  input: z.object({}),
  output: newSecret,
  refusals: ['notSignedIn', 'secondFactorAlreadySetUp'],
  permission: 'anyone',
});

/**
 * Confirms the new secret with its first code, at set-up or on another phone; answers the recovery codes,
 * shown this once. Other sessions of the person end.
 */
export const confirmSecondFactor = operation({
  name: 'identity.confirmSecondFactor',
  method: 'POST',
  path: '/me/second-factor/confirm',
  summary: 'Xác nhận khóa mới của mã xác thực; nhận 10 mã dự phòng.',
  input: z.object({ code: authenticatorCode }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  refusals: [
    'notSignedIn',
    'authenticatorCodeRefused',
    'secondFactorNotSetUp',
    'secondFactorAlreadySetUp',
    'signInDelayed',
  ],
  permission: 'anyone',
});

/**
 * Another phone: the password, and a code of the present one or a recovery code, give a new secret. Nothing changes
 * until `confirmSecondFactor`; then the present phone is good for nothing and the recovery codes are new.
 */
export const changeAuthenticator = operation({
  name: 'identity.changeAuthenticator',
  method: 'POST',
  path: '/me/second-factor/change',
  summary: 'Đổi điện thoại nhận mã xác thực: khóa và mã QR mới.',
  input: z.object({ password: typedPassword, code: typedCode }),
  output: newSecret,
  refusals: ['passwordWrong', 'codeRefused', 'secondFactorNotSetUp', 'signInDelayed'],
  permission: 'signedIn',
});

/** New recovery codes in place of the old, against a code of the authenticator. */
export const renewRecoveryCodes = operation({
  name: 'identity.renewRecoveryCodes',
  method: 'POST',
  path: '/me/recovery-codes',
  summary: 'Cấp lại 10 mã dự phòng; mã cũ hết hiệu lực.',
  input: z.object({ code: authenticatorCode }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  refusals: ['authenticatorCodeRefused', 'secondFactorNotSetUp', 'signInDelayed'],
  permission: 'signedIn',
});

/** Switches the second factor off, for people whose offices do not require it. */
export const disableSecondFactor = operation({
  name: 'identity.disableSecondFactor',
  method: 'POST',
  path: '/me/second-factor/disable',
  summary: 'Tắt mã xác thực của mình.',
  input: z.object({ password: typedPassword }),
  output: z.object({}),
  refusals: ['passwordWrong', 'secondFactorNotSetUp', 'secondFactorRequired', 'signInDelayed'],
  permission: 'signedIn',
});
