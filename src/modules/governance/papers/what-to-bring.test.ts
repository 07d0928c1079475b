import { expect, it } from 'vitest';
import { buildSources } from '../testing/build-sources.ts';
import { only, textOf } from '../testing/read-papers.ts';

it.each([
  ['in the sentence where it is short', 'a'.repeat(56), 'paragraph'],
  ['one thing a line where it is not', 'a'.repeat(57), 'bullets'],
])('[GV218] what to bring stands %s', (_, thing, block) => {
  const { briefing } = buildSources();
  const sources = buildSources({
    briefing: { ...briefing, bring: `${thing}\nSổ vay vốn của từng tổ viên, ${'b'.repeat(32)}` },
  });
  const [, last] = only(sources, 'invitation').body.toReversed();
  expect(last?.block).toBe(block);
  expect(textOf(last)).toContain(thing);
});
