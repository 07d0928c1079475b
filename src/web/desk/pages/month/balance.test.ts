import { describe, expect, it } from 'vitest';
import { silentSide } from './balance.ts';

describe('where the loans without a transaction stand', () => {
  const sessions = 4;

  it('under the sessions, where there is much to watch', () => {
    expect(silentSide({ watchedLists: 3, watchedRows: 9, sessions, silentLoans: 5 })).toBe('due');
    expect(silentSide({ watchedLists: 2, watchedRows: 3, sessions, silentLoans: 2 })).toBe('due');
  });

  it('under what to watch, where there is little of it', () => {
    expect(silentSide({ watchedLists: 0, watchedRows: 0, sessions, silentLoans: 5 })).toBe('watch');
    expect(silentSide({ watchedLists: 1, watchedRows: 1, sessions, silentLoans: 3 })).toBe('watch');
  });
});
