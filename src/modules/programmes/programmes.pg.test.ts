import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Caller, systemCaller } from '../../platform/caller.ts';
import { fixedClock } from '../../platform/clock.ts';
import { type Platform, runCommand, runQuestion } from '../../platform/command.ts';
import type { RequestContext } from '../../platform/http/implement.ts';
import { idsOf } from '../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { changeProgramme } from './change-programme.ts';
import { RULES, type RuleName } from './domain/rules.ts';
import { endProgramme } from './end-programme.ts';
import { enterFundSource } from './enter-fund-source.ts';
import { enterProgramme } from './enter-programme.ts';
import { enterRuleValue } from './enter-rule-value.ts';
import { enterTerm } from './enter-term.ts';
import { ruleValues } from './index.ts';
import { listProgrammes } from './list-programmes.ts';
import { listRules } from './list-rules.ts';

let database: TestDatabase;
let platform: Platform;
const caller: Caller = systemCaller({ communeIds: [], officeIds: [], system: true });

beforeAll(async () => {
  database = await testDatabase();
  const clock = fixedClock('2026-11-03T02:00:00Z');
  platform = { database: database.app, clock, newId: idsOf(clock) };
});
afterAll(() => database.close());

const asRequest = (context: object) => context as RequestContext;
const command = <T>(name: string, run: (context: RequestContext) => Promise<T>) =>
  runCommand(platform, { name, caller }, (context) => run(asRequest(context)));
const catalogue = () =>
  runQuestion(platform, { caller }, (context) => listProgrammes({}, asRequest(context)));

const newTerm = {
  variant: '',
  rateBpsPerYear: 600,
  capVnd: 120_000_000n,
  capNote: null,
  longestTermMonths: 120,
  instalmentSpacingMonths: null,
  overdueFactorPercent: 130,
  document: 'Văn bản thử',
  confidence: 'unsure',
} as const;

async function programmeCoded(code: string) {
  const answer = await catalogue();
  if (isRefusal(answer)) throw new Error('refused');
  const found = answer.programmes.find((programme) => programme.code === code);
  if (!found) throw new Error(`no programme ${code}`);
  return found;
}

describe('the catalogue', () => {
  it('[PR5] every rule has a row today and on the first demo month', async () => {
    await database.app.read(caller.scope, async (tx) => {
      for (const onDate of ['2024-10-31', '2026-11-03']) {
        const values = await ruleValues(tx, day(onDate));
        for (const rule of Object.keys(RULES) as RuleName[])
          expect(values.of(rule).document.length).toBeGreaterThan(3);
      }
    });
  });

  it('[PR4] every row says its document', async () => {
    const { rows } = await database.owner.query(
      `select document from programmes.rule_value union all select document from programmes.programme_term
       union all select document from programmes.programme`,
    );
    expect(rows.filter((row: { document: string }) => row.document.trim().length < 4)).toEqual([]);
  });

  it('[PR6] one code holds one programme on any day', async () => {
    const { rows } = await database.owner.query(
      `select a.code from programmes.programme a join programmes.programme b on a.code = b.code and a.id < b.id
       where daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')`,
    );
    expect(rows).toEqual([]);
  });

  it('[PR3] a new term ends the one before it, and both stay to be read', async () => {
    const poor = await programmeCoded('01');
    const outcome = await command('programmes.enterTerm', (context) =>
      enterTerm({ ...newTerm, programmeId: poor.id, validFrom: day('2027-01-01') }, context),
    );
    expect(isRefusal(outcome)).toBe(false);
    const after = (await programmeCoded('01')).terms.filter((term) => term.variant === '');
    expect(after.map(({ validFrom, validTo }) => [validFrom, validTo]).slice(0, 2)).toEqual([
      ['2027-01-01', null],
      ['2019-03-01', '2026-12-31'],
    ]);
  });

  it('[PR3] a term that begins too early is refused and changes nothing', async () => {
    const nearPoor = await programmeCoded('19');
    const outcome = await command('programmes.enterTerm', (context) =>
      enterTerm({ ...newTerm, programmeId: nearPoor.id, validFrom: day('2019-03-01') }, context),
    );
    expect(outcome).toMatchObject({ refused: 'validFromNotLater', data: { previous: '01/03/2019' } });
    expect((await programmeCoded('19')).terms).toEqual(nearPoor.terms);
  });

  it('a term without any content is refused', async () => {
    const nearPoor = await programmeCoded('19');
    const empty = { ...newTerm, rateBpsPerYear: null, capVnd: null, longestTermMonths: null };
    const outcome = await command('programmes.enterTerm', (context) =>
      enterTerm({ ...empty, programmeId: nearPoor.id, validFrom: day('2027-01-01') }, context),
    );
    expect(outcome).toMatchObject({ refused: 'termEmpty' });
  });

  it('a term of no programme is not found', async () => {
    const programmeId = '00000000-0000-8000-8001-999999999999' as Id;
    const outcome = await command('programmes.enterTerm', (context) =>
      enterTerm({ ...newTerm, programmeId, validFrom: day('2027-01-01') }, context),
    );
    expect(outcome).toMatchObject({ refused: 'notFound' });
  });
});

describe('[PR8] a programme', () => {
  const opened = {
    ...{
      code: '97',
      abbreviation: 'THU',
      name: 'Cho vay thử',
      audience: null,
      isForStudents: false,
      document: 'QĐ thử',
    },
    confidence: 'found' as const,
  };
  const open = (validFrom: string, code = '97') =>
    command('programmes.enterProgramme', (context) =>
      enterProgramme({ ...opened, code, validFrom: day(validFrom) }, context),
    );
  const end = (programmeId: Id, lastDay: string | null) =>
    command('programmes.endProgramme', (context) =>
      endProgramme({ programmeId, lastDay: lastDay === null ? null : day(lastDay) }, context),
    );

  it('is opened with a code that no programme holds from that day on, and takes its terms', async () => {
    expect(isRefusal(await open('2027-01-01'))).toBe(false);
    expect(await open('2028-01-01')).toMatchObject({
      refused: 'programmeCodeHeld',
      data: { name: 'Cho vay thử' },
    });
    const { id: programmeId } = await programmeCoded('97');
    const outcome = await command('programmes.enterTerm', (context) =>
      enterTerm({ ...newTerm, programmeId, validFrom: day('2027-01-01') }, context),
    );
    expect(isRefusal(outcome)).toBe(false);
    const { rows } = await database.owner.query(
      `select subject from platform.audit_entry where command = 'programmes.enterProgramme'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('[PR13] is said to be of students, or not any more', async () => {
    const { id: programmeId } = await programmeCoded('97');
    const say = (isForStudents: boolean, of = programmeId) =>
      command('programmes.changeProgramme', (context) =>
        changeProgramme({ programmeId: of, isForStudents }, context),
      );
    expect(await say(true)).toEqual({});
    expect(await programmeCoded('97')).toMatchObject({ isForStudents: true });
    expect(await say(false)).toEqual({});
    expect(await programmeCoded('97')).toMatchObject({ isForStudents: false });
    expect(await say(true, '00000000-0000-8000-8001-999999999999' as Id)).toMatchObject({
      refused: 'notFound',
    });
    const { rows } = await database.owner.query(
      `select subject from platform.audit_entry where command = 'programmes.changeProgramme' order by sequence`,
    );
    const said = rows.map(({ subject }) => JSON.parse(subject));
    expect(said.map(({ before, isForStudents }) => [before, isForStudents])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('[PR6] ends, and its code is another’s from the day after; then it cannot go on', async () => {
    const { id } = await programmeCoded('97');
    expect(await end(id, '2026-12-31')).toMatchObject({
      refused: 'programmeEndTooEarly',
      data: { validFrom: '01/01/2027' },
    });
    expect(await end(id, '2028-12-31')).toEqual({});
    expect(await open('2028-12-31')).toMatchObject({ refused: 'programmeCodeHeld' });
    expect(isRefusal(await open('2029-01-01'))).toBe(false);
    expect(await end(id, null)).toMatchObject({ refused: 'programmeCodeHeld' });
    expect(await end('00000000-0000-8000-8001-999999999999' as Id, null)).toMatchObject({
      refused: 'notFound',
    });
  });

  it('a fund source is opened once under its code', async () => {
    const enter = () =>
      command('programmes.enterFundSource', (context) =>
        enterFundSource(
          {
            ...{ code: '7', name: 'Vốn thử', validFrom: day('2027-01-01') },
            ...{ document: 'QĐ thử', confidence: 'found' as const },
          },
          context,
        ),
      );
    expect(await enter()).toEqual({});
    expect(await enter()).toMatchObject({ refused: 'fundSourceCodeHeld', data: { name: 'Vốn thử' } });
    const answer = await catalogue();
    expect(answer).toMatchObject({
      fundSources: expect.arrayContaining([
        expect.objectContaining({ code: '7', validFrom: '2027-01-01', validTo: null }),
      ]),
    });
  });
});

describe('a rule', () => {
  const enter = (value: bigint, validFrom: string, rule: RuleName = 'visitStaleDays', scope = {}) =>
    command('programmes.enterRuleValue', (context) =>
      enterRuleValue(
        { rule, scope, value, validFrom: day(validFrom), document: 'Văn bản thử', confidence: 'practice' },
        context,
      ),
    );

  it('[PR3] entered anew decides from its day on, and is audited', async () => {
    await enter(45n, '2026-12-01');
    await database.app.read(caller.scope, async (tx) => {
      expect((await ruleValues(tx, day('2026-11-30'))).of('visitStaleDays').value).toBe(30n);
      expect((await ruleValues(tx, day('2026-12-01'))).of('visitStaleDays').value).toBe(45n);
    });
    const { rows } = await database.owner.query(
      `select subject from platform.audit_entry where command = 'programmes.enterRuleValue'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('[PR2] narrowed to an office it decides there and nowhere else', async () => {
    expect(isRefusal(await enter(4n, '2026-12-01', 'sharedPhoneCustomers', { office: '004820' }))).toBe(
      false,
    );
    await database.app.read(caller.scope, async (tx) => {
      const values = await ruleValues(tx, day('2026-12-31'));
      expect(values.of('sharedPhoneCustomers', { office: '004820' }).value).toBe(4n);
      expect(values.of('sharedPhoneCustomers', { office: '004821' }).value).toBe(3n);
    });
  });

  it('whose value is a day takes no other number', async () => {
    expect(await enter(20_261_301n, '2027-01-01', 'instalmentRegimeFrom')).toMatchObject({
      refused: 'dayInvalid',
    });
  });

  it('[PR7] takes no value it cannot be computed with, and no class that ends before the one before it', async () => {
    expect(await enter(0n, '2027-01-01', 'inactiveMonths')).toMatchObject({ refused: 'valueOutOfRange' });
    expect(await enter(5n, '2027-01-01', 'ageBand2Days')).toMatchObject({ refused: 'valuesNotRising' });
    expect(isRefusal(await enter(61n, '2027-01-01', 'ageBand2Days'))).toBe(false);
  });

  it('is listed with title, unit and its rows, newest first', async () => {
    const answer = await runQuestion(platform, { caller }, (context) => listRules({}, asRequest(context)));
    if (isRefusal(answer)) throw new Error('refused');
    const inactive = answer.rules.find(({ rule }) => rule === 'inactiveMonths');
    expect(inactive).toMatchObject({
      title: 'Không giao dịch: quá',
      unit: 'months',
      rows: [{ value: 3n, isInForce: true }],
    });
  });
});
