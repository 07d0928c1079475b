import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { enterGroupValue } from '../groups/enter-group-value.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addAttendee } from './add-attendee.ts';
import { addConclusion } from './add-conclusion.ts';
import { cancelBriefing } from './cancel-briefing.ts';
import { closeBriefing } from './close-briefing.ts';
import { openBriefing } from './open-briefing.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { CONCLUSION, prepared, shown, type TestBriefing } from './testing/given-briefing.ts';
import { command, givenCommune, PEOPLE, question, type TestCommune } from './testing/given-commune.ts';
import { inviting, WITH_MAIL } from './testing/given-mail.ts';
import { giveOffice, NEW_HEAD } from './testing/given-offices.ts';

const HEAD = 'associationHead:12';
const UNION = 'Hội Liên hiệp Phụ nữ';

let commune: TestCommune;
let november: TestBriefing;
beforeAll(async () => {
  commune = await givenCommune();
  await spelled(PEOPLE.associationHead, 'Trần Thị Hoà (mẫu)');
  november = await prepared(commune, day('2026-11-23'));
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');

/** The bank's list of people has somebody in another spelling from now on. */
const spelled = (from: string, to: string) =>
  commune.database.owner.query(`update identity.user_account set full_name = $2 where full_name = $1`, [
    from,
    to,
  ]);
const addresses = async () =>
  (await commune.database.owner.query(`select full_name as name, address from governance.mail_address`)).rows;

it('[GV161] a mail address stays with whose name is spelled otherwise, is entered anew and taken away under either', async () => {
  const first = inviting(commune, november);
  await first.enter((await first.person('Trần Thị Hoà')).attendeeId, 'hoa@xa.vn');
  await spelled('Trần Thị Hoà (mẫu)', 'Trần  thị Hòa (mẫu)');
  const next = inviting(commune, await prepared(commune, day('2026-12-23')));
  const head = await next.person('Trần  thị Hòa');
  expect(head.address).toBe('hoa@xa.vn');
  await next.enter(head.attendeeId, 'hoa.moi@xa.vn');
  expect(await addresses()).toEqual([{ name: 'Trần  thị Hòa (mẫu)', address: 'hoa.moi@xa.vn' }]);
  expect((await first.person('Trần Thị Hoà')).address).toBe('hoa.moi@xa.vn');
  await first.enter((await first.person('Trần Thị Hoà')).attendeeId, null);
  expect(await addresses()).toEqual([]);
});

it('[GV161] of two holders each keeps what was given under another spelling of their name; who closes is the secretary under it', async () => {
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: '2026-11-01' });
  const director = { part: 'other', seat: 'officeDirector', capacity: 'Giám đốc' } as const;
  await command(commune, officer(), (context) =>
    addAttendee({ ...november, ...director, attendeeId: nextId(), fullName: PEOPLE.officeDirector }, context),
  );
  commune.clock.moveTo('2026-11-23T02:00:00Z');
  await command(commune, officer(), (context) => openBriefing(november, context));
  for (const name of ['Trần Thị Hoà (mẫu)', NEW_HEAD.toUpperCase()])
    await command(commune, officer(), (context) =>
      addConclusion(
        {
          ...{ ...november, ...CONCLUSION, conclusionId: nextId() },
          ...{ ownerSeat: HEAD, ownerName: `${name}, ${UNION}` },
        },
        context,
      ),
    );
  await spelled(PEOPLE.officeDirector, 'Nguyễn Thu Thuỷ (mẫu)');
  await command(commune, commune.as('officeDirector'), (context) =>
    closeBriefing({ ...november, withoutConclusions: false }, context),
  );
  const { rows } = await commune.database.owner.query(
    `select owner_name as name from governance.task where commune_id = $1 order by owner_name`,
    [commune.communeId],
  );
  expect(rows).toEqual([{ name: `${NEW_HEAD}, ${UNION}` }, { name: `Trần  thị Hòa (mẫu), ${UNION}` }]);
  const papers = await question(commune, officer(), (context) => gatherPapers(context, november));
  expect(papers.minutes.recordedBy).toBe(PEOPLE.officeDirector);
});

it('[GV161] who says that a briefing is not held is not told of it under another spelling; a leader’s phone stays beside theirs', async () => {
  await commune.database.owner.query(
    `update programmes.rule_value set value = 2 where rule = 'briefingChair'`,
  );
  const january = await prepared(commune, day('2027-01-23'));
  const { list, print, person } = inviting(commune, january);
  const { rows } = await commune.database.owner.query(
    `select group_code as code, leader_name as name, leader_phone as phone from groups.savings_group
     where commune_id = $1 and leader_phone is not null order by group_code`,
    [commune.communeId],
  );
  const [leader] = rows;
  const officers = await person(PEOPLE.creditOfficer);
  await print([officers.attendeeId, (await person(leader.name)).attendeeId]);
  await spelled(PEOPLE.creditOfficer, PEOPLE.creditOfficer.toUpperCase());
  await command(commune, officer(), (context) =>
    enterGroupValue(
      {
        ...{ communeId: commune.communeId, groupCode: leader.code },
        ...{ field: 'leader_name', value: leader.name.toUpperCase() },
      },
      context,
    ),
  );
  await command(commune, officer(), (context) =>
    cancelBriefing(WITH_MAIL)({ ...january, reason: 'Bão' }, context),
  );
  expect((await shown(commune, january)).cancelled).toMatchObject({ leftToTell: 1 });
  const left = (await list()).recipients.filter(({ phone }) => phone !== null);
  expect(left.map(({ fullName, phone }) => [fullName, phone])).toEqual([[leader.name, leader.phone]]);
});
