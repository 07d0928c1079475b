import { expect, test } from 'vitest';
import { inOrderOf, withOneUp } from './point-order.ts';

test('a point goes one place up, the first and one that is gone nowhere', () => {
  expect(withOneUp(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b']);
  expect(withOneUp(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
  expect(withOneUp(['a', 'b'], 'a')).toBeUndefined();
  expect(withOneUp(['a', 'b'], 'x')).toBeUndefined();
});

test('points stand as was asked before the server has said so, what is dropped or new meanwhile counted', () => {
  expect(inOrderOf([], ['a', 'b'])).toEqual(['a', 'b']);
  expect(inOrderOf(['c', 'a', 'b'], ['a', 'c', 'd'])).toEqual(['c', 'a', 'd']);
});

test('[GV28] moved just after another was dropped, a point passes the one that is shown above it', () => {
  const afterDrop = inOrderOf([], ['a', 'c']);
  expect(withOneUp(afterDrop, 'c')).toEqual(['c', 'a']);
});
