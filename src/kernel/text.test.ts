import { describe, expect, it } from 'vitest';
import { normaliseTones, oldToneStyle } from './text.ts';

describe('where the tone stands', () => {
  it.each([
    ['hòa', 'hoà'],
    ['thúy', 'thuý'],
    ['hoàn', 'hoàn'],
    ['quý', 'quý'],
    ['hòa'.normalize('NFD'), 'hoà'],
  ])('[K4] %s is spelt %s', (text, spelt) => {
    expect(normaliseTones(text)).toBe(spelt);
  });
  it.each([
    ['hoà', 'hòa'],
    ['hoà thuý', 'hòa thúy'],
    ['hoàn', 'hoàn'],
    ['quý', 'quý'],
    ['khoẻ', 'khỏe'],
  ])('[K4] %s was spelt %s before', (text, spelt) => {
    expect(oldToneStyle(text)).toBe(spelt);
  });
});
