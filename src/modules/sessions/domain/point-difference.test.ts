import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { buildPoint } from '../testing/build.ts';
import { differenceOf } from './point-difference.ts';

const told = { name: 'Bình Ngọc', fixedDay: 23, villageCodes: ['54010101'], dataDate: day('2026-10-31') };

describe('[SE10] what the file says beside what a person entered', () => {
  it('is nothing where both agree, or the file does not tell the point', () => {
    expect(differenceOf(buildPoint(), told)).toBeNull();
    expect(differenceOf(buildPoint(), undefined)).toBeNull();
  });

  it('names what differs, and nothing else', () => {
    expect(differenceOf(buildPoint({ fixedDay: 5 }), told)).toMatchObject({ name: null, fixedDay: 23 });
    const moved = buildPoint({ villageCodes: ['54010102'] });
    expect(differenceOf(moved, told)).toMatchObject({
      fixedDay: null,
      villagesOnlyInFile: ['54010101'],
      villagesOnlyHere: ['54010102'],
    });
  });

  it('says that an ended point is still told, by a file after its end', () => {
    const ended = buildPoint({ validTo: day('2026-10-30') });
    expect(differenceOf(ended, told)).toMatchObject({ isStillTold: true });
    expect(differenceOf({ ...ended, validTo: day('2026-10-31') }, told)).toBeNull();
  });
});
