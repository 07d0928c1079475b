import { describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/ids.ts';
import { signIn } from '../../../modules/identity/contract.ts';
import { showHousehold } from '../../../modules/registry/contract.ts';
import { CallFailed, call, failureOf, isNothingThere } from './call.ts';

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

  it('in an address means that there is nothing at it', async () => {
    const asked = { communeId: 'abc' as Id, householdId: 'abc' as Id };
    expect(isNothingThere(await refusalOf(call(showHousehold, asked)))).toBe(true);
  });
});

describe('a failure', () => {
  it('of ours is not said to be an address without anything', () => {
    expect(isNothingThere(new Error('broken'))).toBe(false);
  });
});
