import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { type Caller, systemCaller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type HandlerContext, type Platform, runCommand } from '../../platform/command.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { RuleName, RuleScope } from './domain/rules.ts';
import { enterFundSource } from './enter-fund-source.ts';
import { enterProgramme } from './enter-programme.ts';
import { enterRuleValue } from './enter-rule-value.ts';
import { enterTerm } from './enter-term.ts';
import { forgetJudged, noteJudged, studentProgrammes } from './index.ts';

let database: TestDatabase;
let platform: Platform;
const caller: Caller = systemCaller({ communeIds: [], officeIds: [], system: true });
const OFFICE = '00000000-0000-7000-8000-000000000001' as Id;
const SOURCE = { document: 'Văn bản thử', confidence: 'found' as const };

beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  platform = { database: database.app, clock, newId: idsOf(clock) };
});
afterAll(() => database.close());

const command = <T>(run: (context: RequestContext) => Promise<T | Refusal>) =>
  runCommand(platform, { name: 'programmes.test', caller }, (context: HandlerContext) =>
    run(context as RequestContext),
  );

type Entry = {
  rule?: RuleName;
  scope?: RuleScope;
  value?: bigint;
  validFrom?: string;
  reachesBack?: boolean;
};

const enterRule = ({ validFrom = '2027-01-01', ...entry }: Entry) =>
  command((context) =>
    enterRuleValue(
      { rule: 'inactiveMonths', scope: {}, value: 4n, ...SOURCE, ...entry, validFrom: day(validFrom) },
      context,
    ),
  );

const enterTermOf = (validFrom: string, reachesBack?: boolean) =>
  command((context) =>
    enterTerm(
      {
        ...{ programmeId: '00000000-0000-8000-8001-000000000002' as Id, variant: '', rateBpsPerYear: 700 },
        ...{ capVnd: null, capNote: null, longestTermMonths: null, instalmentSpacingMonths: null },
        ...{ overdueFactorPercent: null, ...SOURCE, validFrom: day(validFrom), reachesBack },
      },
      context,
    ),
  );

/** How three presses at once ended: `done`, or the code of the refusal. */
async function ends(outcomes: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.all(outcomes);
  return settled.map((outcome) => (isRefusal(outcome) ? outcome.refused : 'done')).sort();
}

const thrice = <T>(run: () => Promise<T>) => [run(), run(), run()];

describe('[PR14] entries of the catalogue at once', () => {
  it('of one rule: one is entered, the others are told of it', async () => {
    expect(await ends(thrice(() => enterRule({})))).toEqual([
      'done',
      'validFromNotLater',
      'validFromNotLater',
    ]);
    const { rows } = await database.owner.query(
      `select valid_from::text, valid_to::text from programmes.rule_value where rule = 'inactiveMonths' order by 1`,
    );
    expect(rows).toEqual([
      { valid_from: '2000-01-01', valid_to: '2026-12-31' },
      { valid_from: '2027-01-01', valid_to: null },
    ]);
  });

  it('of one rule from different days: none overlaps another', async () => {
    const days = ['2027-03-01', '2027-02-01', '2027-04-01'];
    await Promise.all(days.map((validFrom) => enterRule({ rule: 'unpaidInterestMonths', validFrom })));
    const { rows } = await database.owner.query(
      `select count(*)::int as overlaps from programmes.rule_value a join programmes.rule_value b
         on a.rule = b.rule and a.scope = b.scope and a.id < b.id
         and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')`,
    );
    expect(rows).toEqual([{ overlaps: 0 }]);
  });

  it('of one term, one programme, one fund source: the others are refused', async () => {
    const validFrom = day('2027-01-01');
    const programme = { code: '96', abbreviation: 'THU', name: 'Cho vay thử', audience: null };
    expect(await ends(thrice(() => enterTermOf('2027-01-01')))).toEqual([
      ...['done', 'validFromNotLater', 'validFromNotLater'],
    ]);
    const opened = { ...programme, isForStudents: true, validFrom, ...SOURCE };
    expect(await ends(thrice(() => command((context) => enterProgramme(opened, context))))).toEqual([
      ...['done', 'programmeCodeHeld', 'programmeCodeHeld'],
    ]);
    const source = { code: '8', name: 'Vốn thử', validFrom, ...SOURCE };
    expect(await ends(thrice(() => command((context) => enterFundSource(source, context))))).toEqual([
      ...['done', 'fundSourceCodeHeld', 'fundSourceCodeHeld'],
    ]);
  });
});

describe('[PR13] the programmes of students', () => {
  const codesOn = (onDate: string) =>
    database.app.read(caller.scope, (tx) => studentProgrammes(tx, day(onDate)));

  it('are those that say so, each from its first day on', async () => {
    expect(await codesOn('2006-12-31')).toEqual([]);
    expect(await codesOn('2026-12-31')).toEqual(['02']);
    expect(await codesOn('2027-01-01')).toEqual(['02', '96']);
  });

  it('are those of the newest holder of a code, also when it has ended', async () => {
    await database.owner.query(`update programmes.programme set valid_to = '2027-06-30' where code = '96'`);
    expect(await codesOn('2027-07-01')).toEqual(['02', '96']);
    const holder = { code: '96', abbreviation: 'KHAC', name: 'Cho vay khác', audience: null };
    await command((context) =>
      enterProgramme({ ...holder, isForStudents: false, validFrom: day('2027-07-01'), ...SOURCE }, context),
    );
    expect(await codesOn('2027-07-01')).toEqual(['02']);
  });
});

describe('[PR10] a row narrowed', () => {
  it.each<[string, Entry, string]>([
    [
      'of a rule of classes that add up',
      { rule: 'ageBand2Days', scope: { programme: '02' } },
      'ruleNotNarrowed',
    ],
    [
      'of a customer by programme',
      { rule: 'sharedPhoneCustomers', scope: { programme: '02' } },
      'ruleNotNarrowed',
    ],
    [
      'of a rule nothing asks yet',
      { rule: 'visitStaleDays', scope: { office: '004820' } },
      'ruleNotNarrowed',
    ],
    [
      'of what the programme’s term says',
      { rule: 'overdueRatePercent', scope: { programme: '02' }, value: 140n },
      'overdueRateOfTerm',
    ],
    ['to a programme that is none', { scope: { programme: '88' } }, 'scopeUnknown'],
    ['to a fund source that is none', { scope: { fundSource: '5' } }, 'scopeUnknown'],
  ])('%s is refused', async (_, entry, refused) => {
    const value = entry.rule === 'ageBand2Days' ? 61n : 4n;
    expect(await enterRule({ value, ...entry })).toMatchObject({ refused });
  });

  it('to programme, fund source and office is taken for a rule of loans', async () => {
    const scope = { programme: '02', fundSource: '2', office: '004820' };
    expect(isRefusal(await enterRule({ scope, value: 6n }))).toBe(false);
  });
});

describe('[PR12] a row that begins by the newest published date', () => {
  const judged = { officeId: OFFICE, dataDate: day('2026-10-31') };

  it('is told about first, and entered when it is meant; from the day after it is not asked about', async () => {
    await command(async ({ tx }) => noteJudged(tx, judged));
    const late: Entry = { rule: 'freezeWatchWarningDays', value: 183n, validFrom: '2026-10-31' };
    expect(await enterRule(late)).toMatchObject({
      refused: 'rowReachesBack',
      data: { validFrom: '31/10/2026', published: '31/10/2026' },
    });
    expect(isRefusal(await enterRule({ ...late, reachesBack: true }))).toBe(false);
    expect(isRefusal(await enterRule({ ...late, value: 184n, validFrom: '2026-11-01' }))).toBe(false);
    expect(await enterTermOf('2026-10-01')).toMatchObject({ refused: 'validFromNotLater' });
  });

  it('is not asked about where the rule judges what stands today', async () => {
    const kept: Entry = { rule: 'keepSessionsDays', value: 30n, validFrom: '2026-10-31' };
    expect(isRefusal(await enterRule(kept))).toBe(false);
  });

  it('is not asked about once the date was taken back', async () => {
    await command(async ({ tx }) => forgetJudged(tx, judged));
    const early: Entry = { rule: 'recentDisbursementDays', value: 31n, validFrom: '2026-10-31' };
    expect(isRefusal(await enterRule(early))).toBe(false);
  });
});
