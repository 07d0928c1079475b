import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MONTH_ENDS, PACKED_FILE, packMonths } from '../../scripts/demo/packed-months.ts';
import { unpackSheets } from '../../src/server/demo/pack.ts';

// Beside the tests of the database because it takes as long: the generator lives through two years for it.
it('the first and the last of the packed months are those that the generator makes', async () => {
  const packed = unpackSheets(readFileSync(PACKED_FILE));
  expect([...new Set(packed.map(({ dataDate }) => dataDate))]).toEqual(MONTH_ENDS);
  const asked = MONTH_ENDS.filter((_, at) => at === 0 || at === MONTH_ENDS.length - 1);
  const made = unpackSheets(await packMonths(asked));
  expect(made).toEqual(packed.filter(({ dataDate }) => asked.some((date) => date === dataDate)));
});
