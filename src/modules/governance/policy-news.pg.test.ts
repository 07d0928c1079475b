import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBriefing } from './close-briefing.ts';
import { listPolicyNews } from './list-policy-news.ts';
import { opened } from './testing/given-briefing.ts';
import { command, givenCommune, question, type TestCommune } from './testing/given-commune.ts';

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

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

const told = () =>
  question(commune, commune.as('communeChair'), (context) =>
    listPolicyNews({ communeId: commune.communeId }, context),
  );

it('[GV146] the chair is told what is new since the last briefing, before the first of a month; what was new before it is told no more', async () => {
  commune.clock.moveTo('2026-11-20T01:00:00Z');
  expect(await told()).toEqual({ since: null, count: 0, news: [] });
  await enterRule('2026-11-10', 2);
  await enterRule('2026-12-24', 4);
  expect(await told()).toMatchObject({
    since: null,
    count: 1,
    news: [
      'Không giao dịch: quá 2 tháng (trước 3 tháng), từ 10/11/2026 (CV 1/NHCS thử; chưa chắc, cần kiểm tra).',
    ],
  });
  const within = await opened(commune);
  await command(commune, commune.as('creditOfficer'), (context) =>
    closeBriefing({ ...within, withoutConclusions: true }, context),
  );
  expect(await told()).toEqual({ since: '2026-11-23', count: 0, news: [] });
  // To a day of before that meeting it was not held yet.
  commune.clock.moveTo('2026-11-22T01:00:00Z');
  expect(await told()).toMatchObject({ since: null, count: 1 });
});
