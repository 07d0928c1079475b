import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { prepared } from './testing/given-briefing.ts';
import { givenCommune, type TestCommune } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';

let commune: TestCommune;
let desk: ReturnType<typeof inviting>;
beforeAll(async () => {
  commune = await givenCommune();
  desk = inviting(commune, await prepared(commune));
}, 60_000);
afterAll(() => commune.database.close());

const OFFICER = 'Võ Thanh Hà (mẫu)';

test('[GV89] of two who write at once what to bring one is told by whom and when, and what the other wrote stands; against it the first may write anew', async () => {
  const shown = await desk.bring();
  expect((await desk.list()).bringWritten).toBeNull();
  const texts = ['Sổ của hội', 'Sổ của tổ'];
  const outcomes = await Promise.all(texts.map((text) => desk.writeBring(text, shown)));
  expect(outcomes.filter(isRefusal)).toEqual([{ refused: 'bringChanged', data: { by: OFFICER } }]);
  const late = texts[outcomes.findIndex(isRefusal)] ?? '';
  const standing = await desk.bring();
  expect(texts.filter((text) => text !== late)).toEqual([standing]);
  const writtenAt = commune.clock.now().toISOString();
  expect((await desk.list()).bringWritten).toEqual({ byName: OFFICER, at: writtenAt });
  expect(await desk.writeBring(late, standing)).toEqual({});
  expect(await desk.bring()).toBe(late);
});

test('[GV90] the same words sent again, as after a lost answer, are said once; taken away they are seen too', async () => {
  const shown = await desk.bring();
  expect(await desk.writeBring('Danh sách hộ', shown)).toEqual({});
  expect(await desk.writeBring('Danh sách hộ', shown)).toEqual({});
  expect(await desk.writeBring(null, 'Danh sách hộ')).toEqual({});
  expect(await desk.writeBring('Sổ', 'Danh sách hộ')).toMatchObject({ refused: 'bringChanged' });
  expect(await desk.bring()).toBeNull();
});
