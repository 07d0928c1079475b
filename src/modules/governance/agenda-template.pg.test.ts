import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { closeBriefing } from './close-briefing.ts';
import { STANDARD_AGENDA } from './domain/agenda.ts';
import { openBriefing } from './open-briefing.ts';
import { GOVERNANCE_REFUSALS } from './refusals.ts';
import { showAgendaTemplate } from './show-agenda-template.ts';
import { prepared, shown } from './testing/given-briefing.ts';
import { givenCommune, question, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { writeAgendaTemplate } from './write-agenda-template.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
});
afterAll(() => commune?.database.close());

const OWN = [
  { kind: 'figures' as const, title: 'Số liệu trước', minutes: 10 },
  { kind: 'other' as const, title: 'Hộ đi làm ăn xa', minutes: 5 },
];
const write = (validFrom: string, items = OWN, officeId?: Id, templateId = nextId()) =>
  tryCommand(commune, commune.as('officeDirector'), (context) =>
    writeAgendaTemplate({ templateId, validFrom: day(validFrom), items, officeId }, context),
  );
const standing = () =>
  question(commune, commune.as('creditOfficer'), (context) => showAgendaTemplate({}, context));

test('[GV40] an office without a template of its own has the product’s; a new one is taken by briefings prepared from its day on, and by no other', async () => {
  const before = await prepared(commune, day('2026-11-23'));
  expect(await standing()).toMatchObject({ items: STANDARD_AGENDA, written: null });
  commune.clock.moveTo('2026-11-23T02:00:00Z');
  expect(await write('2026-11-22')).toEqual({
    refused: 'templateInThePast',
    data: { validFrom: '22/11/2026', today: '23/11/2026' },
  });
  expect(await write('2026-12-20')).toEqual({});
  expect((await standing()).written).toBeNull();
  const old = (await shown(commune, before)).agenda.map(({ title }) => title);
  expect(old).toEqual(STANDARD_AGENDA.map(({ title }) => title));
  const after = await prepared(commune, day('2026-12-23'));
  const taken = (await shown(commune, after)).agenda.map(({ kind, title, minutes }) => ({
    kind,
    title,
    minutes,
  }));
  expect(taken).toEqual(OWN);
  expect((await standing()).written).toEqual({ validFrom: '2026-12-20', byName: 'Nguyễn Thu Thủy (mẫu)' });
  expect((await shown(commune, before)).agenda.map(({ title }) => title)).toEqual(old);
});

test('[GV40] of two templates from one day the one written last stands; nobody writes another office’s', async () => {
  commune.clock.moveTo('2026-12-24T02:00:00Z');
  await write('2026-12-24');
  commune.clock.moveTo('2026-12-24T03:00:00Z');
  await write('2026-12-24', OWN.slice(1));
  expect((await standing()).items).toEqual(OWN.slice(1));
  expect(await write('2026-12-24', OWN, nextId())).toMatchObject({ refused: 'notFound' });
});

test('[GV40] a template sent again stands once; another under its id is refused, and the first stands', async () => {
  commune.clock.moveTo('2026-12-25T02:00:00Z');
  const templateId = nextId();
  const send = (items = OWN, validFrom = '2026-12-25') => write(validFrom, items, undefined, templateId);
  expect(await Promise.all([send(), send()])).toEqual([{}, {}]);
  expect(await send(OWN.slice(1))).toMatchObject({ refused: 'idTaken' });
  expect(await send(OWN, '2026-12-26')).toMatchObject({ refused: 'idTaken' });
  expect((await standing()).items).toEqual(OWN);
  commune.clock.moveTo('2026-12-26T02:00:00Z');
  expect(await send()).toEqual({});
});

test('[GV40] [GV170] another office’s template is neither shown nor taken: not to its neighbour, nor of an own one asked for by who has both', async () => {
  commune.clock.moveTo('2026-12-26T03:00:00Z');
  const neighbour = nextId();
  const before = await standing();
  for (const validFrom of ['2026-12-26', '2027-01-15'])
    await commune.database.owner.query(
      `insert into governance.agenda_template (office_id, id, valid_from, items, written_by_name, written_at)
       values ($1, $2, $3, $4, 'Người khác (mẫu)', now())`,
      [neighbour, nextId(), validFrom, JSON.stringify(OWN.slice(1))],
    );
  const { officeId } = commune;
  const askedBy = (officeIds: Id[], asked: Id) =>
    question(commune, commune.as('creditOfficer', { officeIds }), (context) =>
      showAgendaTemplate({ officeId: asked }, context),
    );
  expect(before).toMatchObject({ items: OWN, coming: [] });
  expect(await standing()).toEqual(before);
  expect(await askedBy([officeId, neighbour], officeId)).toEqual(before);
  expect((await askedBy([neighbour], neighbour)).items).toEqual(OWN.slice(1));
  const { agenda } = await shown(commune, await prepared(commune, day('2027-05-23')));
  expect(agenda.map(({ title }) => title)).toEqual(OWN.map(({ title }) => title));
});

test('[GV170] templates of later days are told beside the one that stands, the next first, of one day the one written last', async () => {
  commune.clock.moveTo('2026-12-27T02:00:00Z');
  const { items, written } = await standing();
  await write('2027-03-01');
  commune.clock.moveTo('2026-12-27T03:00:00Z');
  await write('2027-02-01', OWN);
  commune.clock.moveTo('2026-12-27T04:00:00Z');
  await write('2027-02-01', OWN.slice(1));
  const byName = 'Nguyễn Thu Thủy (mẫu)';
  const [next, last] = [
    { validFrom: '2027-02-01', byName, items: OWN.slice(1) },
    { validFrom: '2027-03-01', byName, items: OWN },
  ];
  expect(await standing()).toMatchObject({ items, written, coming: [next, last] });
  commune.clock.moveTo('2027-02-01T02:00:00Z');
  expect(await standing()).toMatchObject({ items: OWN.slice(1), coming: [last] });
  commune.clock.moveTo('2026-12-28T02:00:00Z');
});

test('[GV5] a meeting that was begun says when, a closed one how it is corrected, one before its day what to do', async () => {
  const within = await prepared(commune, day('2027-01-23'));
  const open = (by: 'creditOfficer' | 'officeDirector' = 'creditOfficer') =>
    tryCommand(commune, commune.as(by), (context) => openBriefing(within, context));
  commune.clock.moveTo(`${addDays(day('2027-01-23'), -1)}T02:00:00Z`);
  expect(await open()).toMatchObject({ refused: 'briefingBeforeItsDay', data: { heldOn: '23/01/2027' } });
  commune.clock.moveTo('2027-01-23T03:56:00Z');
  expect(await open()).toEqual({});
  expect(await open('officeDirector')).toMatchObject({
    refused: 'briefingBegun',
    data: { heldOn: '23/01/2027', at: '10:56 ngày 23/01/2027' },
  });
  await tryCommand(commune, commune.as('creditOfficer'), (context) =>
    closeBriefing({ ...within, withoutConclusions: true }, context),
  );
  expect(await open()).toEqual({
    refused: 'briefingClosed',
    data: { heldOn: '23/01/2027', number: '01/2027' },
  });
  expect(GOVERNANCE_REFUSALS.briefingClosed.text).toContain('ghi văn bản bổ sung');
});
