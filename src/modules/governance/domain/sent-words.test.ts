import { expect, it } from 'vitest';
import type { Id } from '../../../kernel/ids.ts';
import { wordsSent } from './sent-words.ts';

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}` as Id;

it('[GV93] what was sent under an id: the words that a change made stand, or are what the next one replaced', () => {
  // Added "a"; change 1 made it "b", change 2 wanted "c" beside it, a measure counted one version, change 3 made it "d".
  const standing = { text: 'd', version: 4 };
  const kept = [
    { id: id(3), state: 'replaced', baseVersion: 3, text: 'b' },
    { id: id(2), state: 'dropped', baseVersion: 1, text: 'c' },
    { id: id(1), state: 'replaced', baseVersion: 1, text: 'a' },
  ] as const;
  const sent = (changeId: Id | 'added') => wordsSent<{ text: string }>(standing, kept, changeId)?.text;
  expect([sent('added'), sent(id(1)), sent(id(2)), sent(id(3)), sent(id(4))]).toEqual([
    'a',
    'b',
    'c',
    'd',
    undefined,
  ]);
  expect(wordsSent<{ text: string }>(standing, [], 'added')?.text).toBe('d');
});
