import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { placeText, readPlace } from './page-place.ts';

const ID = '01a19eb4-a4ad-73ec-b46a-5e596636d884' as Id;

describe('the place where a page begins', () => {
  it('is read as it was handed out', () => {
    const place = { on: day('2026-11-23'), id: ID };
    expect(readPlace(placeText(place))).toEqual(place);
  });

  it.each(['', '2026-11-23', `2026-02-30.${ID}`, '2026-11-23.x', `hôm qua.${ID}`])(
    '“%s” is none',
    (cursor) => {
      expect(readPlace(cursor)).toBeUndefined();
    },
  );
});
