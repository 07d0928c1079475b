import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsOf } from '../testing/font.ts';
import { lettersWithoutGlyph, printable, SHOWN } from './printable.ts';

const STYLES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const { resolve } = createRequire(import.meta.url);

describe('printable text', () => {
  it('[DO13] Vietnamese, composed or not, comes out composed and whole', () => {
    const text = 'Nguyễn Thị Ánh, Ủy ban – “ỡ Ặ Ễ đ Đ” 12,5% ≥ 5; 1.234.567 ₫…';
    expect(printable(text.normalize('NFD'))).toEqual({ text, unprintable: [] });
  });

  it('[DO13] what turns or hides text is left out and named', () => {
    expect(printable('a\u202ebc\u0000d\u200be\u00adf\ufeff')).toEqual({
      text: 'abcdef',
      unprintable: ['U+202E', 'U+0000', 'U+200B', 'U+00AD', 'U+FEFF'],
    });
  });

  it('[DO13] what the font lacks is seen as a box and named once', () => {
    expect(printable('họp 😀😀 𠀀 漢')).toEqual({
      text: 'họp □□ □ □',
      unprintable: ['😀', '𠀀', '漢'],
    });
  });

  it('[DO20] letters without a glyph are named, each once; what nobody sees is not, nor what can be printed', () => {
    expect(lettersWithoutGlyph('Hộ 𠊛 họp 😀😀 👨\u200d👩 ₫ đủ')).toEqual(['𠊛', '😀', '👨', '👩']);
    expect(lettersWithoutGlyph('Nguyễn Thị Ánh – “ỡ”\u202e')).toEqual([]);
  });

  it('[DO13] every blank is one blank, every hyphen one hyphen', () => {
    expect(printable('a\t\nb\u3000\u2003c\u2011d')).toEqual({ text: 'a b c-d', unprintable: [] });
  });

  it('[DO13] what comes out is printable, whatever went in', () => {
    const anything = fc
      .array(fc.integer({ min: 0, max: 0x10ffff }))
      .map((codes) => String.fromCodePoint(...codes));
    fc.assert(
      fc.property(anything, (raw) => {
        const { text } = printable(raw);
        expect(printable(text)).toEqual({ text, unprintable: [] });
      }),
    );
    expect(printable('e\u200d\u0301').text).toBe('é');
  });

  it.each(STYLES)('[DO13] the font %s has every character that is passed', (style) => {
    const file = resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`);
    const has = codePointsOf(readFileSync(file));
    const missing = SHOWN.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((code) => !has.has(code)),
    );
    expect(missing.map((code) => code.toString(16))).toEqual([]);
  });
});
