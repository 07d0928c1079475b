import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatInteger } from '../../kernel/money.ts';
import { dropZeros, formatMillions } from '../../kernel/quantity.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { selectMinutes } from './db/minutes.ts';
import type { Minutes } from './domain/minutes.ts';
import { gatherPapers } from './papers/gather-papers.ts';
import { opened, type TestBriefing } from './testing/given-briefing.ts';
import { givenCommune, question, type TestCommune } from './testing/given-commune.ts';
import { figuresOf } from './testing/given-figures.ts';
import { closedAnyhow } from './testing/raised-difficulties.ts';
import { only, textOf } from './testing/read-papers.ts';

let commune: TestCommune;
let within: TestBriefing;
/** As the page shows them to the meeting. */
let figures: Awaited<ReturnType<typeof figuresOf>>;

const officer = () => commune.as('creditOfficer');

beforeAll(async () => {
  commune = await givenCommune();
  await frozenInPart();
  within = await opened(commune);
  figures = await figuresOf(commune, within);
  await closedAnyhow(commune, within);
}, 60_000);
afterAll(() => commune.database.close());

/** The sample office has no frozen debts: a tenth of what is in term becomes that. */
async function frozenInPart(): Promise<void> {
  await commune.database.owner.query(
    'update portfolio.figure set frozen_vnd = in_term_vnd / 10, in_term_vnd = in_term_vnd - in_term_vnd / 10 where commune_id = $1',
    [commune.communeId],
  );
}

function paperOf(kind: 'minutes' | 'conclusions') {
  return question(commune, officer(), async (context) => {
    const sources = await gatherPapers(context, within);
    return isRefusal(sources) ? sources : only(sources, kind);
  });
}

type PartShown = (typeof figures.associations)[number];

/** What minutes keep of a part. */
function keptOf({
  key,
  name,
  inactiveLoans,
  ...part
}: PartShown): Minutes['figures']['associations'][number] {
  const change = part.outstandingChangeVnd;
  return {
    ...{ key, name, inactiveLoans },
    outstandingVnd: Number(part.outstandingVnd),
    outstandingChangeVnd: change === null ? null : Number(change),
    overdueVnd: Number(part.overdueVnd),
    frozenVnd: Number(part.frozenVnd),
    unpaidInterestVnd: Number(part.unpaidInterestVnd),
    interestMonthVnd: Number(part.interestMonthVnd),
  };
}

/** Each column: one in which all parts had nothing would hold nothing. */
const FIGURES = [
  ...(['outstandingVnd', 'outstandingChangeVnd', 'overdueVnd', 'frozenVnd'] as const),
  ...(['unpaidInterestVnd', 'interestMonthVnd', 'inactiveLoans'] as const),
];

const millions = (amountVnd: bigint) => formatMillions(amountVnd, 1);

/** The cells that tables of papers have for a part. */
function cellsOf({ outstandingChangeVnd: change, ...part }: PartShown): string[] {
  return [
    ...[millions(part.outstandingVnd), change === null ? '-' : millions(change), millions(part.overdueVnd)],
    ...[millions(part.frozenVnd), millions(part.unpaidInterestVnd), formatInteger(part.inactiveLoans)],
  ];
}

it('[GV10] [GV19] closing fixes of the commune, each association and each group every figure that the page showed', async () => {
  const minutes = await question(commune, officer(), async ({ tx }) =>
    selectMinutes(tx, within.communeId, within.briefingId),
  );
  const kept = minutes?.content.figures;
  const shownThen = [ofCommune(), ...figures.associations, ...figures.groups].map(keptOf);
  for (const figure of FIGURES)
    expect(
      shownThen.some((part) => part[figure] !== 0),
      figure,
    ).toBe(true);
  expect([kept?.total, ...(kept?.associations ?? []), ...(kept?.groups ?? [])]).toEqual(shownThen);
});

it.each(['minutes', 'conclusions'] as const)(
  '[GV65] [GV19] the %s print the figures that the page showed, in their tables and in their sentence',
  async (kind) => {
    const { body } = await paperOf(kind);
    const tables = body.flatMap((block) => (block.block === 'table' ? [block] : []));
    const rows = tables.flatMap((table) => table.rows);
    const parts = kind === 'minutes' ? [...figures.associations, ...figures.groups] : figures.associations;
    for (const part of parts)
      expect(rows).toContainEqual([expect.anything(), expect.stringContaining(part.name), ...cellsOf(part)]);
    const total = ofCommune();
    const totals = tables.flatMap((table) => (table.total ? [table.total.slice(1)] : []));
    expect(totals).toEqual((kind === 'minutes' ? [1, 2] : [1]).map(() => cellsOf(total)));
    const words = textOf(body).replaceAll('\u00a0', ' ');
    const million = (amountVnd: bigint) => `${dropZeros(millions(amountVnd))} triệu đồng`;
    expect(words).toContain(
      `; quá hạn ${million(total.overdueVnd)}; nợ khoanh ${million(total.frozenVnd)}; tỷ lệ`,
    );
    expect(words).toContain(
      `; lãi tồn ${million(total.unpaidInterestVnd)}; thu lãi trong tháng ${million(total.interestMonthVnd)}.`,
    );
  },
);

function ofCommune(): PartShown {
  if (!figures.total) throw new Error('the commune has no figures');
  return figures.total;
}
