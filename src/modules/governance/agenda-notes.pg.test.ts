import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { closeBriefing } from './close-briefing.ts';
import { selectMinutes } from './db/minutes.ts';
import { opened, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { writeAgenda } from './write-agenda.ts';

const NOTE = 'Mức cho vay mới của chương trình nước sạch\nHồ sơ nhận tại phiên';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

/** A row of the catalogue from a day on; the open one ends the day before. */
async function enterRule(validFrom: string, months: number): Promise<void> {
  const { owner } = commune.database;
  await owner.query(
    `update programmes.rule_value set valid_to = $1::date - 1 where rule = 'inactiveMonths' and valid_to is null`,
    [validFrom],
  );
  await owner.query(
    `insert into programmes.rule_value (id, rule, value, valid_from, document, confidence, entered_at)
     values (gen_random_uuid(), 'inactiveMonths', $1, $2, 'CV 1/NHCS thử', 'unsure', now())`,
    [months, validFrom],
  );
}

/** Writes the agenda that stands, with a note for the policies. */
async function noted(within: TestBriefing, note: string | null, baseVersion: number) {
  const { agenda } = await shown(commune, within);
  const items = agenda.map(({ reachedAt: _, ...item }) => ({
    ...item,
    note: item.kind === 'policies' ? note : item.note,
  }));
  return tryCommand(commune, officer(), (context) => writeAgenda({ ...within, baseVersion, items }, context));
}

it('[GV100] a note is kept with its item, changes the agenda, and stands in the minutes', async () => {
  const within = await opened(commune);
  expect(await noted(within, NOTE, 1)).toEqual({});
  const { agenda, agendaVersion } = await shown(commune, within);
  expect(agenda.map(({ kind, note }) => [kind, note])).toContainEqual(['policies', NOTE]);
  expect(agenda.filter(({ note }) => note !== null)).toHaveLength(1);
  expect(agendaVersion).toBe(2);
  // The same sent again is written once; another note against an old version is somebody else's agenda.
  expect(await noted(within, NOTE, 1)).toEqual({});
  expect(await noted(within, 'Khác', 1)).toMatchObject({ refused: 'agendaChanged' });
  await command(commune, officer(), (context) =>
    closeBriefing({ ...within, withoutConclusions: true }, context),
  );
  const minutes = await commune.database.app.read(officer().scope, (tx) =>
    selectMinutes(tx, within.communeId, within.briefingId),
  );
  expect(minutes?.content.agenda.filter(({ note }) => note !== undefined)).toMatchObject([{ note: NOTE }]);
});

it('[GV140] the policies of a briefing begin with what the catalogue knows since the one before; what a person wrote stays', async () => {
  const noteOf = async (within: TestBriefing) =>
    (await shown(commune, within)).agenda.find(({ kind }) => kind === 'policies')?.note;
  await enterRule('2026-12-01', 2);
  await enterRule('2026-12-24', 4);
  const within = await prepared(commune, day('2026-12-23'));
  expect(await noteOf(within)).toBe(
    'Không giao dịch: quá 2 tháng (trước 3 tháng), từ 01/12/2026 (CV 1/NHCS thử; chưa chắc, cần kiểm tra).',
  );
  const { agendaVersion } = await shown(commune, within);
  expect(await noted(within, NOTE, agendaVersion)).toEqual({});
  await prepared(commune, day('2026-12-23'));
  expect(await noteOf(within)).toBe(NOTE);
});
