import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { closed, prepared, type TestBriefing } from '../testing/given-briefing.ts';
import { givenCommune, question, type TestCommune } from '../testing/given-commune.ts';
import { gatherPapers } from './gather-papers.ts';
import { writePapers } from './write-papers.ts';

let commune: TestCommune;
/** Closed before the new names hold, and prepared for a day on which they do. */
let before: TestBriefing;
let waiting: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  before = await closed(commune, '2026-11-23');
  waiting = await prepared(commune, day('2026-12-23'));
}, 60_000);
afterAll(() => commune?.database.close());

/** The issuers and words of papers of a briefing. */
const wordsOf = (
  within: TestBriefing,
  kinds: readonly ('invitation' | 'minutes' | 'conclusions' | 'results')[],
) =>
  question(commune, commune.as('creditOfficer'), async (context) => {
    const sources = await gatherPapers(context, within);
    if (isRefusal(sources)) throw new Error(sources.refused);
    return JSON.stringify(kinds.map((kind) => writePapers(sources, kind, 'list')));
  });

it('[GV144] [GV190] papers name the commune as it was called on the day of the meeting, closed or not, whenever they are written', async () => {
  const { owner } = commune.database;
  const named = 'insert into registry.area_name (area_id, valid_from, name) values ($1, $2, $3)';
  await owner.query('delete from registry.area_name where area_id = $1', [commune.communeId]);
  await owner.query(named, [commune.communeId, '2000-01-01', 'Xã Bình Ngọc']);
  await owner.query(named, [commune.communeId, '2026-12-23', 'Phường Phú Yên Mới']);
  await owner.query(`update registry.area set name = 'Phường Phú Yên Mới' where id = $1`, [
    commune.communeId,
  ]);
  const earlier = await wordsOf(before, ['invitation', 'minutes', 'conclusions', 'results']);
  expect(earlier).toContain('XÃ BÌNH NGỌC');
  expect(earlier).not.toMatch(/Phú Yên Mới/i);
  const later = await wordsOf(waiting, ['invitation', 'minutes', 'conclusions', 'results']);
  expect(later).toContain('PHƯỜNG PHÚ YÊN MỚI');
  expect(later).not.toContain('XÃ BÌNH NGỌC');
  expect(earlier).toMatch(/Lãnh đạo UBND xã .*Công an xã /);
  expect(later).toMatch(/Lãnh đạo UBND phường .*Công an phường /);
});

it('[GV144] [RG20] papers name the office of the bank as it was called on the day of the meeting', async () => {
  const { owner } = commune.database;
  const { rows } = await owner.query(
    'select office_id as id from registry.office_commune where commune_id = $1',
    [commune.communeId],
  );
  for (const [from, name] of [
    ['2026-10-31', 'PGD Hôm Trước'],
    ['2026-12-01', 'PGD Vùng Khác'],
  ])
    await owner.query(
      `insert into registry.office_name (office_id, valid_from, name) values ($1, $2, $3)
       on conflict (office_id, valid_from) do update set name = excluded.name`,
      [rows[0].id, from, name],
    );
  const earlier = await wordsOf(before, ['minutes', 'conclusions']);
  expect(earlier).toMatch(/Hôm Trước/i);
  expect(earlier).not.toMatch(/Vùng Khác/i);
  expect(await wordsOf(waiting, ['minutes', 'conclusions'])).toMatch(/Vùng Khác/i);
});
