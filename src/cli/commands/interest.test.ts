import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type CommandContext, UsageProblem } from '../command.ts';
import { interest } from './interest.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-cases-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Answers a file with this text. */
async function answer(text: string) {
  const file = join(folder, 'cases.json');
  writeFileSync(file, text);
  const outcome = await interest.run({ option: () => file } as unknown as CommandContext);
  return isRefusal(outcome) ? outcome : outcome.json;
}

/** A file of one case: a year of 1,000,000 at 7.3 %, with some of it written otherwise. */
function oneCase({ rate = 7.3 as number | string, to = '2026-01-01' } = {}): string {
  const segments = [{ from: '2025-01-01', to, balance: 1_000_000 }];
  return JSON.stringify({ cases: [{ id: 'a', annualRatePercent: rate, segments }] });
}

describe('[PF10] interest --cases', () => {
  it('answers each case; a rate as text, a byte order mark and an empty segment are as good', async () => {
    expect(await answer(oneCase())).toEqual([{ id: 'a', interest: 73_000 }]);
    expect(await answer(`\uFEFF${oneCase({ rate: '7.30' })}`)).toEqual([{ id: 'a', interest: 73_000 }]);
    expect(await answer(oneCase({ to: '2025-01-01' }))).toEqual([{ id: 'a', interest: 0 }]);
  });

  it.each([
    ['a rate with an exponent', oneCase({ rate: 1e-7 }), 'lãi suất “1e-7”'],
    ['a rate that is no number', oneCase({ rate: 'abc' }), 'lãi suất “abc”'],
    ['a negative rate', oneCase({ rate: -1 }), 'sai ở trường hợp thứ 1, annualRatePercent'],
    ['a segment that ends before it begins', oneCase({ to: '2024-12-31' }), 'ngày bắt đầu (from) sau'],
    ['a bare array', '[]', 'không có dạng {"cases": [...]}.'],
    ['no JSON', 'cases', 'không phải JSON'],
  ])('%s is refused with its place', async (_, text, sentence) => {
    const wrong = answer(text);
    await expect(wrong).rejects.toThrow(UsageProblem);
    await expect(wrong).rejects.toThrow(sentence);
  });
});
