import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessDate, day, parseBusinessDate } from '../../src/kernel/dates.ts';
import type { Id } from '../../src/kernel/ids.ts';
import { formatPercent, formatShort } from '../../src/kernel/quantity.ts';
import { POINT_RULES } from '../../src/modules/governance/domain/talking-points.ts';
import { prepareFigures } from '../../src/modules/governance/prepare-figures.ts';
import type { ListName } from '../../src/modules/portfolio/domain/list-names.ts';
import { listLoans } from '../../src/modules/portfolio/list-loans.ts';
import { listParts } from '../../src/modules/portfolio/list-parts.ts';
import { showCommuneMonth } from '../../src/modules/portfolio/show-commune-month.ts';
import { showOfficeMonth } from '../../src/modules/portfolio/show-office-month.ts';
import { callerAs, officer, type TestOffice } from '../../src/modules/portfolio/testing/given-office.ts';
import type { Caller } from '../../src/platform/caller.ts';
import { type TestDatabase, testDatabase } from '../../src/platform/testing/database.ts';
import { hrefOfPoint } from '../../src/web/desk/pages/briefing/point-address.ts';
import { filterOf } from '../../src/web/desk/pages/lists/list-address.ts';
import { loansQuestion } from '../../src/web/desk/pages/lists/list-question.ts';
import { monthNumbers, officeNumbers, type PageNumber } from '../../src/web/desk/pages/month/numbers.ts';
import { partKindOf } from '../../src/web/desk/parts.ts';
import { ALL_LOANS } from '../../src/web/desk/paths.ts';
import { parseSearch } from '../../src/web/desk/search-params.ts';
import {
  addressOf,
  answer,
  type Commune,
  communesOf,
  givenDemoOffice,
  publishBatch,
  READY,
  readReadyFiles,
  SHOWN,
} from './demo-office.ts';

let database: TestDatabase;
let office: TestOffice;
let bank: Caller;
let communes: Commune[];

beforeAll(async () => {
  database = await testDatabase();
  office = await givenDemoOffice(database);
  await publishBatch(office, (await readReadyFiles(office)).batchId);
  bank = await officer(office);
  communes = await communesOf(office);
}, 300_000);
afterAll(() => database.close());

/** What the page behind an address says of the number that led there. */
async function opened(caller: Caller, href: string, is: PageNumber['is']): Promise<bigint> {
  const {
    path: [, name = '', , by],
    search,
  } = addressOf(href);
  const params = parseSearch(search);
  const filter = filterOf(params, params.ngay === undefined ? undefined : parseBusinessDate(params.ngay));
  const list = name === ALL_LOANS ? undefined : (name as ListName);
  const reached = communes.filter(({ id }) => caller.scope.communeIds.includes(id));
  const question = loansQuestion({ communes: reached }, list, filter);
  if (is === 'parts') {
    const kind = partKindOf(by);
    if (kind === undefined) throw new Error(`${href} opens no parts`);
    return BigInt(
      (await answer(office, caller, (context) => listParts({ ...question, by: kind }, context))).totals.parts,
    );
  }
  const { totals } = await answer(office, caller, (context) => listLoans({ ...question, limit: 1 }, context));
  if (is !== 'share') return BigInt(totals[is] ?? -1);
  const whole = loansQuestion({ communes: reached }, undefined, filter);
  const { totals: all } = await answer(office, caller, (context) =>
    listLoans({ ...whole, limit: 1 }, context),
  );
  return (2n * 10_000n * (totals.weightVnd ?? 0n) + all.outstandingVnd) / (2n * all.outstandingVnd);
}

/** The numbers that are another than what they open, each told once. */
async function wrongOf(caller: Caller, numbers: readonly PageNumber[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { value, href, is } of numbers) {
    if (href === undefined) expect(BigInt(value)).toBe(0n);
    else {
      const found = await opened(caller, href, is);
      if (found !== BigInt(value)) wrong.push(`${is} ${value} opens ${found}: ${href}`);
    }
  }
  return wrong;
}

const month = (caller: Caller, communeId: Id, dataDate: BusinessDate) =>
  answer(office, caller, (context) => showCommuneMonth({ communeId, dataDate }, context));

/** Meetings over these figures. */
const HELD_ON = ['2026-09-23', '2026-10-23', '2026-11-23'].map(day);
const meetings = () => communes.flatMap((commune) => HELD_ON.map((heldOn) => ({ ...commune, heldOn })));

describe('every number opens what adds up to it', () => {
  it.each(SHOWN)(
    '[PF60] [PF61] [PF62] [PF63] [PF64] [PF65] [PF66] [PF67] [PF68] the office at %s',
    async (dataDate) => {
      const page = await answer(office, bank, (context) => showOfficeMonth({ dataDate }, context));
      const numbers = officeNumbers(page);
      expect(numbers.length).toBeGreaterThan(100);
      expect(await wrongOf(bank, numbers)).toEqual([]);
    },
  );

  it.each(SHOWN)('[PF68] each commune at %s, for its chair', async (dataDate) => {
    for (const { id, code } of communes) {
      const chair = callerAs('communeChair', { communeIds: [id] });
      const numbers = monthNumbers(await month(chair, id, dataDate), code);
      expect(numbers.length).toBeGreaterThan(100);
      expect(await wrongOf(chair, numbers)).toEqual([]);
    }
  });

  it('[GV20] [GV23] [GV26] [GV27] [GV129] the points of a briefing, for the chair of each commune', async () => {
    const told = new Set<string>();
    for (const { id, code, heldOn } of meetings()) {
      const chair = callerAs('communeChair', { communeIds: [id] });
      const { dataDate, points } = await answer(office, chair, (context) =>
        prepareFigures(context, { communeId: id, pointCode: '', regularOn: heldOn, heldOn }),
      );
      const numbers = points.flatMap(({ key, pieces }) =>
        pieces.flatMap(({ text, link }): PageNumber[] => {
          const [, shown, what] = /^([\d.]+) (món|hộ)/.exec(text) ?? [];
          if (link === null || 'groups' in link || shown === undefined) return [];
          told.add(`${POINT_RULES[key]} ${what}`);
          // Households are counted in the list of the same loans.
          const at = { figures: { dataDate, fixedAt: null }, communeCode: code, seesGroups: true };
          const href = hrefOfPoint({ ...link, by: undefined }, at);
          if (href === undefined) return [];
          return [
            { value: BigInt(shown.replaceAll('.', '')), href, is: what === 'hộ' ? 'customers' : 'loans' },
          ];
        }),
      );
      expect(await wrongOf(chair, numbers)).toEqual([]);
    }
    expect([...told].sort()).toEqual([
      'GV129 món',
      'GV20 món',
      'GV23 hộ',
      'GV23 món',
      'GV26 món',
      'GV27 món',
    ]);
  });

  it('[GV20] [GV21] [GV22] [GV23] amounts and the ratio of a point are written as what they open adds up to', async () => {
    const told = new Set<string>();
    for (const { id, code, heldOn } of meetings()) {
      const chair = callerAs('communeChair', { communeIds: [id] });
      const { dataDate, points } = await answer(office, chair, (context) =>
        prepareFigures(context, { communeId: id, pointCode: '', regularOn: heldOn, heldOn }),
      );
      const at = { figures: { dataDate, fixedAt: null }, communeCode: code, seesGroups: true };
      for (const { key, pieces } of points)
        for (const { text, link } of pieces) {
          const [said = ''] = /[\d.,]+ (đ|triệu|tỷ)$|^[\d,]+%$/.exec(text) ?? [];
          const href = link === null || said === '' ? undefined : hrefOfPoint(link, at);
          if (href === undefined) continue;
          const isRatio = said.endsWith('%');
          told.add(`${POINT_RULES[key]} ${isRatio ? 'tỷ lệ' : 'tiền'}`);
          const sum = await opened(chair, href, isRatio ? 'share' : 'weightVnd');
          const written = isRatio ? formatPercent(Number(sum)) : formatShort(sum < 0n ? -sum : sum);
          expect(`${href} ${said}`).toBe(`${href} ${written}`);
        }
    }
    expect([...told].sort()).toEqual(['GV20 tiền', 'GV20 tỷ lệ', 'GV21 tiền', 'GV22 tiền', 'GV23 tiền']);
  });

  it('[PF68] the part of a commune that an association, a village or a group sees', async () => {
    const [commune] = communes;
    if (!commune) throw new Error('no commune');
    const { rows } = await database.owner.query<Record<'village' | 'association' | 'group', string>>(
      `select village_code as village, association_code as association, group_code as "group"
       from portfolio.position where commune_id = $1 and data_date = $2 and overdue_vnd > 0 and group_code <> ''
       order by contract_no limit 1`,
      [commune.id, READY],
    );
    const [of] = rows;
    if (!of) throw new Error('nobody overdue');
    const communeIds = [commune.id];
    const parts = [
      callerAs('associationHead', { communeIds, associationCodes: [of.association] }),
      callerAs('villageHead', { communeIds, villageCodes: [of.village] }),
      callerAs('groupLeader', { communeIds, groupCodes: [of.group] }),
    ];
    for (const caller of parts) {
      const page = await month(caller, commune.id, READY);
      expect(page.now?.overdueVnd).toBeGreaterThan(0n);
      expect(await wrongOf(caller, monthNumbers(page, commune.code))).toEqual([]);
    }
  });
});
