import { addMonths, type BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { newsOfCatalogue } from '../programmes/index.ts';
import { officeServing } from '../registry/index.ts';

/** How far back a first briefing looks, as there is none before it. */
const MONTHS_BEFORE_THE_FIRST = 1;

/** What a commune has to hear of, and since when. */
export type Period = {
  readonly communeId: Id;
  readonly until: BusinessDate;
  /** The day of the session of the briefing before; undefined for a first one. */
  readonly before: BusinessDate | undefined;
};

/** What the catalogue of programmes and rules has had in force in a commune since the briefing before, to a day, a line each [GV140]. */
export async function policyNews(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeId, until, before }: Period,
): Promise<readonly string[]> {
  const office = await officeServing(tx, { communeId, on: until });
  return newsOfCatalogue(tx, {
    after: before ?? addMonths(until, -MONTHS_BEFORE_THE_FIRST),
    until,
    officeCode: office?.bankCode,
  });
}
