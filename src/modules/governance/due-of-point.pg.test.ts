import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BusinessDate, day } from '../../kernel/dates.ts';
import { listLoans } from '../portfolio/index.ts';
import { sentenceOf } from './domain/talking-points.ts';
import { prepared } from './testing/given-briefing.ts';
import { question, type TestCommune } from './testing/given-commune.ts';
import { figuresOf } from './testing/given-figures.ts';
import { givenTwoPoints } from './testing/two-points.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenTwoPoints();
}, 60_000);
afterAll(() => commune.database.close());

/** So many loans, and no others, fall due at sessions of the month page. */
async function givenDue(sessions: Readonly<Record<string, number>>): Promise<void> {
  const { owner } = commune.database;
  await owner.query(
    `delete from portfolio.list_entry where commune_id = $1 and list = 'due_at_coming_sessions'`,
    [commune.communeId],
  );
  for (const [sessionOn, loans] of Object.entries(sessions))
    await owner.query(
      `insert into portfolio.list_entry
         (commune_id, data_date, version_id, list, contract_no, village_code, group_code, association_code, customer_code, weight,
          key_date, rule_id)
       select commune_id, data_date, version_id, 'due_at_coming_sessions', contract_no, village_code, group_code, association_code,
              customer_code, outstanding_vnd, $2, 'PF33'
       from portfolio.position
       where commune_id = $1 and data_date = '2026-10-31' and outstanding_vnd > 0 and session_day = extract(day from $2::date)
       order by contract_no limit $3`,
      [commune.communeId, sessionOn, loans],
    );
}

/** What the briefing of a day tells of what falls due, and how many loans its number opens. */
async function toldOn(heldOn: BusinessDate) {
  const { due, points, dataDate } = await figuresOf(commune, await prepared(commune, heldOn));
  const point = points.find(({ key }) => key === 'due-at-session');
  const link = point?.pieces.find((piece) => piece.link)?.link;
  const opened =
    link && 'sessionOn' in link
      ? await question(commune, commune.as('creditOfficer'), (context) =>
          listLoans(
            {
              ...{ communeId: commune.communeId, dataDate: dataDate ?? undefined },
              ...{ list: 'due_at_coming_sessions', keyFrom: link.sessionOn, keyTo: link.sessionOn },
            } as Parameters<typeof listLoans>[0],
            context,
          ),
        )
      : null;
  return {
    ...{ sessionOn: due?.sessionOn, loans: due?.loans, pointNames: due?.pointNames },
    ...{ said: point && sentenceOf(point), opened: opened?.totals.loans ?? null },
  };
}

it('[GV240] [GV23] each point’s briefing tells its own point’s session, though the other’s comes before', async () => {
  await givenDue({ '2026-12-19': 2, '2027-01-05': 3 });
  const atSonLong = await toldOn(day('2026-12-05'));
  expect(atSonLong).toMatchObject({ sessionOn: '2027-01-05', loans: 3, opened: 3, pointNames: ['Sơn Long'] });
  expect(atSonLong.said).toMatch(/^Phiên 05\/01\/2027 ở Sơn Long đến hạn 3 món/);
  const atVanHoa = await toldOn(day('2026-12-19'));
  expect(atVanHoa).toMatchObject({ sessionOn: '2026-12-19', loans: 2, opened: 2, pointNames: ['Vân Hòa'] });
});

it('[GV240] what falls due at the other point alone is not told', async () => {
  await givenDue({ '2026-12-19': 2 });
  expect(await toldOn(day('2026-12-05'))).toMatchObject({
    sessionOn: '2026-12-05',
    loans: 0,
    said: undefined,
  });
});

it('[GV203] once the other point has ended no point is named, though its sessions were held lately', async () => {
  await commune.database.owner.query(
    `update sessions.point set valid_to = '2026-12-20' where commune_id = $1 and fixed_day = 19`,
    [commune.communeId],
  );
  await givenDue({ '2027-01-05': 3 });
  expect(await toldOn(day('2027-01-05'))).toMatchObject({
    sessionOn: '2027-01-05',
    loans: 3,
    pointNames: [],
  });
});
