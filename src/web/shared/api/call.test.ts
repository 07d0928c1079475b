import { describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/ids.ts';
import { addUser, signIn } from '../../../modules/identity/contract.ts';
import { showHousehold } from '../../../modules/registry/contract.ts';
import { CallFailed, call, failureOf, isNothingThere, isOutdated, isUndecided } from './call.ts';

/** What a call was refused with; there is no server here that could have answered. */
async function refusalOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    await asked;
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}

describe('input that the contract refuses', () => {
  it('is told with the sentence of the contract, as the server would', async () => {
    const error = await refusalOf(call(signIn, { login: ' ', password: 'x' }));
    expect(error).toBeInstanceOf(CallFailed);
    expect(failureOf(error).message).toBe('Nhập số điện thoại hoặc tên đăng nhập.');
  });

  it.each([
    [{ fullName: 'a'.repeat(101), login: 'a' }, 'Họ và tên: Dài quá: nhiều nhất 100 ký tự. Rút ngắn lại.'],
    [
      { fullName: 'An Bình', login: 'a'.repeat(101) },
      'Tên đăng nhập: Dài quá: nhiều nhất 100 ký tự. Rút ngắn lại.',
    ],
    [{ fullName: 'An Bình', login: 'a', phone: '12' }, 'Số điện thoại có 10 chữ số, bắt đầu bằng 0.'],
  ])('names the field that is too long: %o', async (typed, message) => {
    const asked = call(addUser, { phone: null, assignment: null, ...typed });
    expect(failureOf(await refusalOf(asked)).message).toBe(message);
  });

  it('in an address means that there is nothing at it', async () => {
    const asked = { communeId: 'abc' as Id, householdId: 'abc' as Id };
    expect(isNothingThere(await refusalOf(call(showHousehold, asked)))).toBe(true);
  });
});

describe('what waits to be sent', () => {
  const failed = (refused: string, reference: string | null = null) =>
    new CallFailed({ ok: false, refused, message: '', data: {}, reference, status: 0 });

  it.each(['unreachable', 'notSignedIn', 'databaseBusy', 'tookTooLong', 'tooManyRequests', 'defect'])(
    'goes on waiting after %s',
    (code) => {
      expect(isUndecided(failed(code))).toBe(true);
    },
  );

  it('does not after a refusal, an error of ours, or an answer that cannot be read', () => {
    expect(isUndecided(failed('taskStateWrong', 'a1'))).toBe(false);
    expect(isUndecided(failed('defect', 'a1'))).toBe(false);
    expect(isUndecided(new Error('broken'))).toBe(false);
  });
});

describe('a failure', () => {
  it('of ours is not said to be an address without anything', () => {
    expect(isNothingThere(new Error('broken'))).toBe(false);
  });

  const answered = (refused: string, status: number) =>
    new CallFailed({ ok: false, refused, message: '', data: {}, reference: 'a1b2', status });

  it('of ours tells its reference, a refusal of what was typed does not', () => {
    expect(failureOf(answered('defect', 500)).reference).toBe('a1b2');
    expect(failureOf(answered('databaseBusy', 503)).reference).toBe('a1b2');
    for (const status of [404, 409, 422, 429])
      expect(failureOf(answered('dueBeforeToday', status)).reference).toBeUndefined();
  });

  it('because something changed meanwhile is told from others', () => {
    expect(isOutdated(answered('taskChanged', 409))).toBe(true);
    expect(isOutdated(answered('dueBeforeToday', 422))).toBe(false);
    expect(isOutdated(new Error('broken'))).toBe(false);
  });
});
