import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { systemCaller } from '../../platform/caller.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import { runMigration } from '../../platform/testing/run-migration.ts';
import { listPoints } from '../sessions/list-points.ts';
import { recordNotice } from '../sessions/record-notice.ts';
import type { BringOrigin } from './domain/bring-origin.ts';
import { standardTemplate } from './domain/papers/standard-templates.ts';
import { onCalendarChanged } from './on-calendar-changed.ts';
import { writeTemplate } from './papers/write-template.ts';
import { closed, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { inviting } from './testing/given-mail.ts';

const MIGRATION = new URL('./db/migrations/0425-who-said-what-to-bring.sql', import.meta.url);
const OCTOBER = day('2026-10-23');
const NOVEMBER = day('2026-11-23');
const DECEMBER = day('2026-12-23');

let commune: TestCommune;
beforeEach(async () => {
  commune = await givenCommune();
}, 60_000);
afterEach(() => commune.database.close());

type Brought = { readonly bring: string | null; readonly origin: BringOrigin };

async function bringOf({ briefingId }: TestBriefing): Promise<Brought | undefined> {
  const { rows } = await commune.database.owner.query<Brought>(
    'select bring, bring_origin as origin from governance.briefing where id = $1',
    [briefingId],
  );
  return rows[0];
}

/** Says what to bring in place of what stands. */
async function bring(within: TestBriefing, text: string | null): Promise<void> {
  const desk = inviting(commune, within);
  expect(await desk.writeBring(text, await desk.bring())).toEqual({});
}

/** A template of the office's own, in force from now on. */
async function template(toBring: string, on: BusinessDate, latestVersion = 0): Promise<void> {
  const { officeId } = commune;
  commune.clock.moveTo(`${on}T02:00:00Z`);
  const content = { ...standardTemplate('invitation', on).template, toBring: [toBring] };
  const written = await tryCommand(commune, commune.as('officeDirector'), (context) =>
    writeTemplate({ officeId, kind: 'invitation', latestVersion, validFrom: on, content }, context),
  );
  expect(written).toEqual({ version: latestVersion + 1 });
}

/** The session of a day is held on another, by a notice of which the system hears. */
async function notice(regularOn: BusinessDate, heldOn: BusinessDate): Promise<void> {
  const { communeId } = commune;
  const officer = commune.as('creditOfficer');
  const { points } = await question(commune, officer, (context) => listPoints({ communeId }, context));
  const told = { ...{ regularOn, heldOn, startsAt: '08:30', endsAt: null }, reason: 'Nghỉ lễ' };
  await command(commune, officer, (context) =>
    recordNotice(
      { communeId, pointId: points[0]?.id as Id, ...told, document: 'TB 12/TB-NHCSXH (mẫu)' },
      context,
    ),
  );
  await calendarChanged();
}

/** The system hears of it, in the scope of the commune alone. */
async function calendarChanged(): Promise<void> {
  const { communeId } = commune;
  const caller = systemCaller({ ...NO_SCOPE, communeIds: [communeId], system: true });
  await command(commune, caller, (context) =>
    onCalendarChanged.handle({ communeId }, context).then(() => ({})),
  );
}

it('[GV215] the text of a template names the day to which the calendar has moved its meeting, what somebody wrote stays', async () => {
  await template('Báo cáo tổ đến {ngày}', day('2026-10-01'));
  const october = await prepared(commune, OCTOBER);
  await notice(OCTOBER, day('2026-10-26'));
  expect(await bringOf(october)).toEqual({
    ...{ bring: 'Báo cáo tổ đến ngày 26 tháng 10 năm 2026', origin: 'template' },
  });
  await bring(october, 'Báo cáo tổ đến ngày 26');
  await commune.database.owner.query(`update sessions.notice set held_on = '2026-10-27'`);
  await calendarChanged();
  expect(await bringOf(october)).toEqual({ bring: 'Báo cáo tổ đến ngày 26', origin: 'written' });
  expect(await shown(commune, october)).toMatchObject({ heldOn: '2026-10-27' });
});

/** A session was held on another day than the one for which its briefing was prepared. */
const move = ({ briefingId }: TestBriefing, to: BusinessDate) =>
  commune.database.owner.query('update governance.briefing set held_on = $2, met_on = $2 where id = $1', [
    briefingId,
    to,
  ]);

it('[GV73] [GV196] what people are asked to bring begins with what somebody wrote for the briefing before, and so does the next after it', async () => {
  await bring(await prepared(commune, OCTOBER), 'Sổ vay vốn của tổ');
  await closed(commune, OCTOBER);
  const carried = { bring: 'Sổ vay vốn của tổ', origin: 'carried' };
  expect(await bringOf(await prepared(commune, NOVEMBER))).toEqual(carried);
  await closed(commune, NOVEMBER);
  expect(await bringOf(await prepared(commune, DECEMBER))).toEqual(carried);
});

it('[GV196] a template written since is taken where nobody wrote another text for the briefing before', async () => {
  await closed(commune, OCTOBER);
  await template('Sổ của {xã}', day('2026-11-01'));
  expect(await bringOf(await prepared(commune, NOVEMBER))).toEqual({
    ...{ bring: 'Sổ của xã Bình Ngọc', origin: 'template' },
  });
});

it('[GV153] beside words that were carried on it is told what a template written since says, as long as people are invited', async () => {
  await bring(await prepared(commune, OCTOBER), 'Sổ vay vốn của tổ');
  await closed(commune, OCTOBER);
  await template('Sổ của {xã}', day('2026-11-01'));
  const desk = inviting(commune, await prepared(commune, NOVEMBER));
  expect(await desk.list()).toMatchObject({
    ...{ bring: 'Sổ vay vốn của tổ', bringOfTemplate: 'Sổ của xã Bình Ngọc' },
  });
  commune.clock.moveTo('2026-11-24T02:00:00Z');
  expect((await desk.list()).bringOfTemplate).toBeNull();
});

it('[GV196] the text of a template names the day of its own briefing, also after a session that was moved', async () => {
  await template('Báo cáo tổ đến {ngày}', day('2026-10-01'));
  const october = await prepared(commune, OCTOBER);
  expect((await bringOf(october))?.bring).toBe('Báo cáo tổ đến ngày 23 tháng 10 năm 2026');
  await closed(commune, OCTOBER);
  await move(october, day('2026-10-26'));
  expect((await bringOf(await prepared(commune, NOVEMBER)))?.bring).toBe(
    'Báo cáo tổ đến ngày 23 tháng 11 năm 2026',
  );
});

it('[GV196] of briefings older than the fact the audit tells what somebody wrote, and what was carried on', async () => {
  await bring(await prepared(commune, OCTOBER), 'Sổ vay vốn của tổ');
  await closed(commune, OCTOBER);
  await closed(commune, NOVEMBER);
  await bring(await prepared(commune, DECEMBER), 'Danh sách hộ');
  const { owner } = commune.database;
  await owner.query(
    `update platform.audit_entry set command = 'governance.writeInvitationNote' where subject::jsonb ? 'bring'`,
  );
  await owner.query('alter table governance.briefing drop column bring_origin');
  await runMigration(owner, MIGRATION);
  const origins = await owner.query(
    'select bring_origin as origin from governance.briefing order by held_on',
  );
  expect(origins.rows.map(({ origin }) => origin)).toEqual(['written', 'carried', 'written']);
});
