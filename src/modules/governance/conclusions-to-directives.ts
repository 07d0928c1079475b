import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type ConclusionRow, selectConclusions } from './db/conclusions.ts';
import { insertMeasuredLoans } from './db/directives.ts';
import { recipientOf } from './domain/spread.ts';
import { findMeasuredLoans, type MeasuredLoans } from './find-measured-loans.ts';
import { findSeats } from './find-seats.ts';
import { type DirectiveToGive, giveDirectives, NO_PAPER } from './give-directives.ts';
import { type IssuerOfMeeting, ownerToday } from './given-at-closing.ts';

/**
 * Makes a directive and its task of every conclusion of a meeting that is being closed [GV31]; each has an owner and a day by
 * then [GV9]. What is given to an office goes to whoever holds it today [GV12].
 *
 * A conclusion that figures will tell of keeps the loans it is measured by [GV82].
 *
 * @param issuer who stands as the giver
 * @param figuresOn the data date of the meeting's figures; null where it had none
 */
export async function conclusionsToDirectives(
  context: HandlerContext,
  briefing: BriefingRow,
  { issuer, figuresOn }: { readonly issuer: IssuerOfMeeting; readonly figuresOn: BusinessDate | null },
): Promise<void> {
  const { tx, newId } = context;
  const conclusions = await selectConclusions(tx, briefing.communeId, briefing.id);
  if (conclusions.length === 0) return;
  const keys = conclusions.flatMap(({ ownerSeat }) => (ownerSeat === null ? [] : [ownerSeat]));
  const seats = await findSeats(context, briefing.communeId, keys);
  const measured = await loansOfMeasures(context, conclusions, { communeId: briefing.communeId, figuresOn });
  const given = conclusions.map((line) => ({
    directive: { ...directiveOf(line, briefing, measured.get(line.id)), ...issuer, id: newId() },
    recipients: [recipientOf(line.ownerSeat, ownerToday(ownerOf(line), seats))],
  }));
  const giving = { giverName: issuer.issuerName, givenOn: briefing.metOn };
  if (!(await giveDirectives(context, given, giving))) throw new Error('a new id was there already');
  const loans = given.flatMap(({ directive: { id: directiveId, conclusionId } }) =>
    (conclusionId === null ? [] : (measured.get(conclusionId)?.loans ?? [])).map(
      ({ contractNo, villageCode, groupCode, associationCode }) => ({
        ...{ directiveId, contractNo, villageCode, groupCode, associationCode },
      }),
    ),
  );
  if (loans.length > 0) await insertMeasuredLoans(tx, briefing.communeId, loans);
}

/**
 * The loans of each line's measure on the meeting's figures; none where they have left the list: figures then do not tell. Lines
 * with one measure ask once, since the commune waits meanwhile.
 */
async function loansOfMeasures(
  context: HandlerContext,
  conclusions: readonly ConclusionRow[],
  { communeId, figuresOn }: { readonly communeId: Id; readonly figuresOn: BusinessDate | null },
): Promise<ReadonlyMap<Id, MeasuredLoans>> {
  const measured = new Map<Id, MeasuredLoans>();
  if (figuresOn === null) return measured;
  const asked = new Map<string, Awaited<ReturnType<typeof findMeasuredLoans>>>();
  for (const { id, measuredBy } of conclusions) {
    if (measuredBy === null) continue;
    const measure = canonicalHash(measuredBy);
    const found =
      asked.get(measure) ?? (await findMeasuredLoans(context, { communeId, on: figuresOn, measuredBy }));
    asked.set(measure, found);
    if (!isRefusal(found)) measured.set(id, found);
  }
  return measured;
}

type Unissued = Omit<DirectiveToGive['directive'], 'id' | 'issuerSeat' | 'issuerName'>;

function directiveOf(
  line: ConclusionRow,
  { communeId, id: briefingId }: BriefingRow,
  measured: MeasuredLoans | undefined,
): Unissued {
  if (line.dueOn === null) throw new Error('a conclusion without a day is closed');
  return {
    communeId,
    source: 'briefing',
    briefingId,
    conclusionId: line.id,
    difficultyId: null,
    ...NO_PAPER,
    text: line.text,
    legalGround: null,
    measure: line.measuredBy?.words ?? null,
    dueOn: line.dueOn,
    spread: 'seats',
    list: measured ? (line.measuredBy?.list ?? null) : null,
    listDate: measured?.dataDate ?? null,
    figure: measured ? (line.measuredBy?.figure ?? null) : null,
    measuredLoans: measured?.loans.length ?? null,
    requestHash: canonicalHash({ conclusion: line.id }),
  };
}

function ownerOf({ ownerSeat: seat, ownerName }: ConclusionRow) {
  return { seat, name: ownerName ?? '' };
}
