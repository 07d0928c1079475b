import { describe, expect, test } from 'vitest';
import { rateLimiter } from './rate-limit.ts';

function limiterAt(perSecond: number, burst: number) {
  let nowMs = 0;
  const ask = rateLimiter({ perSecond, burst }, () => nowMs);
  return { ask, wait: (ms: number) => (nowMs += ms) };
}

describe('the rate limit', () => {
  test('lets a burst pass, then as many as are refilled, and says how long to wait', () => {
    const { ask, wait } = limiterAt(2, 3);
    expect([ask('10.0.0.1'), ask('10.0.0.1'), ask('10.0.0.1')]).toEqual([undefined, undefined, undefined]);
    expect(ask('10.0.0.1')).toBe(1);
    wait(499);
    expect(ask('10.0.0.1')).toBe(1);
    wait(1);
    expect(ask('10.0.0.1')).toBeUndefined();
    expect(ask('10.0.0.1')).toBe(1);
  });

  test('being refused does not push the next chance further away', () => {
    const { ask, wait } = limiterAt(1, 1);
    ask('10.0.0.1');
    for (let i = 0; i < 100; i++) ask('10.0.0.1');
    wait(1_000);
    expect(ask('10.0.0.1')).toBeUndefined();
  });

  test('never saves up more than the burst', () => {
    const { ask, wait } = limiterAt(100, 2);
    ask('10.0.0.1');
    wait(3_600_000);
    expect([1, 2, 3].map(() => ask('10.0.0.1'))).toEqual([undefined, undefined, 1]);
  });

  test('counts each IPv4 address by itself and each IPv6 network as one', () => {
    const { ask } = limiterAt(1, 1);
    expect([ask('10.0.0.1'), ask('10.0.0.2'), ask('::ffff:10.0.0.3'), ask('::ffff:10.0.0.4')]).toEqual(
      Array(4).fill(undefined),
    );
    expect([ask('2001:db8:1:2::1'), ask('2001:db8:1:2:ffff::9'), ask('2001:db8:1:3::1')]).toEqual([
      undefined,
      1,
      undefined,
    ]);
  });

  test('remembers a bounded number of addresses: the longest unseen is forgotten', () => {
    const { ask } = limiterAt(0.001, 1);
    ask('first');
    ask('second');
    for (let i = 0; i < 9_998; i++) ask(`filler${i}`);
    expect(ask('first')).toBeDefined();
    ask('one more');
    expect(ask('second')).toBeUndefined();
    expect(ask('first')).toBeDefined();
  });
});
