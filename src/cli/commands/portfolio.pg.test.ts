import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { givenOffice, publish } from '../../modules/portfolio/testing/given-office.ts';
import { readTruth } from '../../modules/portfolio/testing/truth.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { type CommandContext, type OpenCommand, UsageProblem } from '../command.ts';
import { wholeScope } from '../db/whole-scope.ts';
import { interest } from './interest.ts';
import { PORTFOLIO_COMMANDS } from './portfolio.ts';

const modulePath = '../../modules/portfolio/testing';
const FOLDER = fileURLToPath(new URL(`${modulePath}/extracts/dirty`, import.meta.url));
const TRUTH = readTruth(FOLDER, day('2026-10-31'));

let database: TestDatabase;
let open: OpenCommand;
beforeAll(async () => {
  database = await testDatabase();
  const office = await givenOffice(database);
  await publish(office, { folder: FOLDER, dataDate: day('2026-10-31') });
  const caller = systemCaller(await wholeScope(database.app));
  open = { platform: office.platform, caller } as unknown as OpenCommand;
}, 60_000);
afterAll(() => database.close());

/** Runs a command as the command line does, up to what it would print as JSON. */
async function run(name: string, options: Record<string, string> = {}, words: string[] = []) {
  const command = [...PORTFOLIO_COMMANDS, interest].find((one) => one.name === name);
  if (!command) throw new Error(name);
  const context = {
    words,
    option: (one: string) => options[one],
    open: async () => open,
  } as unknown as CommandContext;
  const answer = await command.run(context);
  return isRefusal(answer) ? answer : answer.json;
}

/** As the system stands in an empty database. */
async function withoutOffices<T>(ask: () => Promise<T>): Promise<T> {
  const full = open;
  open = { ...open, caller: systemCaller({ communeIds: [], officeIds: [], system: true }) };
  return ask().finally(() => {
    open = full;
  });
}

const date = '2026-10-31';

describe('the portfolio on the command line', () => {
  it('[PF1] summary: the office and every narrowing', async () => {
    expect(await run('portfolio summary', { date })).toEqual(TRUTH.office);
    expect(await run('portfolio summary', { date, commune: '540103' })).toEqual(TRUTH.commune['540103']);
    expect(await run('portfolio summary', { date, village: '54010102' })).toEqual(TRUTH.village['54010102']);
    expect(await run('portfolio summary', { date, group: '0026001' })).toEqual(TRUTH.group['0026001']);
    expect(await run('portfolio summary', { date, association: '12' })).toEqual(TRUTH.association['12']);
    expect(await run('portfolio summary', { date, programme: '01' })).toEqual(TRUTH.programme['01']);
  });

  it('[PF20] list: the contracts as text', async () => {
    for (const [name, contracts] of Object.entries(TRUTH.lists))
      expect(await run('portfolio list', { date }, [name])).toEqual({ contracts: [...contracts].sort() });
  });

  it('[PF15] reconcile and [PF11] interest-check have the shape of the truth', async () => {
    const expected = TRUTH.differences_from_head_office.filter((cell) => cell.difference !== 0);
    expect(await run('portfolio reconcile', { date })).toMatchObject({ differences: expected });
    const checked = TRUTH.interest_accrued_in_month.length;
    expect(await run('portfolio interest-check', { date })).toEqual({
      checked,
      equal: checked,
      different: [],
      notCheckable: [],
    });
  });

  it('[PF10] interest: every case of the file', async () => {
    const cases = fileURLToPath(new URL(`${modulePath}/interest-cases.json`, import.meta.url));
    const answers = (await run('interest', { cases })) as { id: string; interest: number }[];
    const file = (
      await import('../../modules/portfolio/testing/interest-cases.json', { with: { type: 'json' } })
    ).default;
    expect(answers).toEqual(file.cases.map(({ id, interest: amount }) => ({ id, interest: amount })));
  });

  it('[PF3] what is not there is refused, what is no day or no list is a wrong command', async () => {
    expect(await run('portfolio summary', { date: '2026-09-30' })).toMatchObject({
      refused: 'dateNotPublished',
    });
    expect(await run('portfolio summary', { date, commune: '999999' })).toMatchObject({
      refused: 'codeUnknown',
    });
    expect(await run('portfolio reconcile', { date, office: '999999' })).toMatchObject({
      refused: 'codeUnknown',
    });
    await expect(run('portfolio summary', { date: '31/10/2026' })).rejects.toThrow(UsageProblem);
    await expect(run('portfolio list', { date }, ['nothing'])).rejects.toThrow(UsageProblem);
  });

  it('[PF1] a commune narrows the other choices; a code without loans there is no unknown code', async () => {
    const village = { date, village: '54010102' };
    const inCommune = await run('portfolio summary', { ...village, commune: '540101' });
    expect(inCommune).toEqual(TRUTH.village['54010102']);
    expect(await run('portfolio summary', { ...village, commune: '540103' })).toEqual({
      refused: 'codeWithoutFigures',
      data: { what: 'thôn', code: '54010102', date: '31/10/2026' },
    });
    expect(await run('portfolio summary', { date, programme: '99' })).toEqual({
      refused: 'codeUnknown',
      data: { what: 'chương trình', code: '99' },
    });
    await expect(run('portfolio summary', { ...village, programme: '01' })).rejects.toThrow(UsageProblem);
  });

  it('[PF15] before the first import there is no date to reconcile', async () => {
    const nothing = await withoutOffices(() => run('portfolio reconcile', { date }));
    const empty = {
      refused: 'dateNotPublished',
      data: { date: '31/10/2026', known: 'Chưa nhập số liệu ngày nào.' },
    };
    expect(nothing).toEqual(empty);
    expect(await withoutOffices(() => run('import undo', { date }))).toEqual(empty);
    expect(await withoutOffices(() => run('portfolio list', { date }, ['overdue']))).toEqual(empty);
  });

  it('[PF15] of several offices one is named', async () => {
    const one = open;
    const { scope } = one.caller;
    const other = '00000000-0000-7000-8000-000000000099' as Id;
    await database.owner.query(
      "insert into registry.office (id, bank_code, name) values ($1, '004899', 'PGD')",
      [other],
    );
    open = { ...one, caller: systemCaller({ ...scope, officeIds: [...scope.officeIds, other] }) };
    for (const name of ['import undo', 'portfolio reconcile'])
      expect(await run(name, { date })).toEqual({
        refused: 'officeUnclear',
        data: { offices: '004820, 004899' },
      });
    expect(await run('portfolio reconcile', { date, office: '004820' })).toMatchObject({
      equal: expect.any(Number),
    });
    open = one;
  });

  it('[PF6] import undo takes the date back', async () => {
    expect(await run('import undo', { date })).toEqual({ date, undone_version: 1, version: null });
    expect(await run('import undo', { date })).toMatchObject({
      ...{ refused: 'nothingToUndo', data: { known: 'Chưa nhập số liệu ngày nào.' } },
    });
  });
});
