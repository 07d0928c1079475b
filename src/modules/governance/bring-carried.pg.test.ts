import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { selectBriefing } from './db/briefings.ts';
import { standardTemplate } from './domain/papers/standard-templates.ts';
import { writeTemplate } from './papers/write-template.ts';
import { closed, prepared, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const bringOf = ({ communeId, briefingId }: TestBriefing) =>
  question(commune, commune.as('creditOfficer'), async ({ tx }) => ({
    bring: (await selectBriefing(tx, communeId, briefingId))?.bring,
  }));

it('[GV73] what people are asked to bring begins with what the briefing before said', async () => {
  const october = await closed(commune, '2026-10-23');
  await commune.database.owner.query('update governance.briefing set bring = $2 where id = $1', [
    october.briefingId,
    'Sổ vay vốn của tổ',
  ]);
  expect(await bringOf(await prepared(commune, day('2026-11-23')))).toEqual({ bring: 'Sổ vay vốn của tổ' });
});

it('[GV196] a template written since is taken where nobody wrote another text for the briefing before; it was never taken by a point that had met', async () => {
  await closed(commune, '2027-01-23');
  await commune.database.owner.query('update governance.briefing set bring = $2 where held_on = $1', [
    '2027-01-23',
    standardTemplate('invitation', day('2027-01-23')).template.toBring.join('\n'),
  ]);
  const content = {
    ...standardTemplate('invitation', day('2027-02-01')).template,
    toBring: ['Sổ của {xã}'],
  };
  const { officeId } = commune;
  commune.clock.moveTo('2027-02-01T02:00:00Z');
  expect(
    await tryCommand(commune, commune.as('officeDirector'), (context) =>
      writeTemplate(
        { officeId, kind: 'invitation', latestVersion: 0, validFrom: commune.clock.today(), content },
        context,
      ),
    ),
  ).toEqual({ version: 1 });
  expect(await bringOf(await prepared(commune, day('2027-02-23')))).toEqual({
    bring: 'Sổ của xã Bình Ngọc',
  });
});
