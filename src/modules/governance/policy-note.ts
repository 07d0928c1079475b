import { addMonths, type BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { newsOfCatalogue } from '../programmes/index.ts';
import { officeServing } from '../registry/index.ts';
import { noteOfLines } from './domain/agenda.ts';

/** How far back a first briefing looks, as there is none before it. */
const MONTHS_BEFORE_THE_FIRST = 1;

/**
 * The note of the policies that a new briefing begins with: what the catalogue of programmes and rules has had in force since the
 * briefing before, to its own day [GV140]; null where that is nothing. From then on it is the people's.
 */
export async function policyNote(
  { tx }: HandlerContext,
  briefing: {
    readonly communeId: Id;
    readonly heldOn: BusinessDate;
    /** The day of the session of the briefing before; undefined for a first one. */
    readonly before: BusinessDate | undefined;
  },
): Promise<string | null> {
  const { communeId, heldOn } = briefing;
  const office = await officeServing(tx, { communeId, on: heldOn });
  const news = await newsOfCatalogue(tx, {
    after: briefing.before ?? addMonths(heldOn, -MONTHS_BEFORE_THE_FIRST),
    until: heldOn,
    officeCode: office?.bankCode,
  });
  return noteOfLines(news);
}
