import type { CodeOf, InputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Handler, RequestContext } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { giveDirective as operation } from './contract.ts';
import { selectDirective } from './db/directives.ts';
import { selectTasksOf } from './db/tasks.ts';
import { MOST_TASKS } from './domain/directive.ts';
import { recipientOf } from './domain/spread.ts';
import { findRecipients, type Recipients } from './find-recipients.ts';
import { judgeOwners } from './find-seats.ts';
import { giveDirectives } from './give-directives.ts';
import { judgeFarDue } from './judge-due.ts';
import { seatOfCaller } from './seat-of-caller.ts';

type Input = InputOf<typeof operation>;

/** Gives a directive [GV30]; sent twice under one id it is given once, also when both arrive at once. */
export const giveDirective: Handler<typeof operation> = async (input, context) => {
  const { caller, clock, note } = context;
  const { communeId, directiveId } = input;
  if (!caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  const requestHash = canonicalHash(input);
  const done = (given: { tasks: number }) => {
    note({ communeId, subject: { directive: directiveId, ...given } });
    return given;
  };
  const standing = await givenBefore(input, requestHash, context);
  if (standing) return isRefusal(standing) ? standing : done(standing);
  const { dueOn } = input;
  const far = await judgeFarDue(context, { dueOn, givenOn: clock.today() });
  const refused = judgeDirective(input, context) ?? far;
  if (refused) return refused;
  const found = await recipientsOf(input, context);
  if (isRefusal(found)) return found;
  if (found.found === 0) return refuse('nobodyToGive');
  if (found.found > MOST_TASKS) return refuse('tooManyTasks', { tasks: found.found, most: MOST_TASKS });
  const issuer = { issuerSeat: seatOfCaller(caller), issuerName: await callerName(context) };
  const directive = { ...directiveOf(input, found), ...issuer, requestHash };
  const given = [{ directive, recipients: found.recipients }];
  const isNew = await giveDirectives(context, given, {
    giverName: issuer.issuerName,
    givenOn: clock.today(),
  });
  const atOnce = isNew ? undefined : ((await givenBefore(input, requestHash, context)) ?? refuse('idTaken'));
  if (isRefusal(atOnce)) return atOnce;
  return done(atOnce ?? { tasks: found.recipients.length });
};

function directiveOf(input: Input, { dataDate }: Recipients) {
  const { communeId, directiveId, source, text, legalGround, measure, dueOn, spread } = input;
  const isOfLoans = spread === 'loans';
  return {
    communeId,
    id: directiveId,
    source,
    briefingId: null,
    conclusionId: null,
    difficultyId: null,
    paperNumber: input.paperNumber,
    paperOn: input.paperOn,
    paperIssuer: source === 'resolution' ? input.paperIssuer : null,
    text,
    legalGround,
    measure,
    dueOn,
    spread,
    list: isOfLoans ? input.list : null,
    listDate: dataDate,
    figure: isOfLoans ? input.figure : null,
    measuredLoans: null,
  };
}

/** The answer to what was given already under this id; undefined when nothing was. */
async function givenBefore(
  { communeId, directiveId }: Input,
  requestHash: string,
  { tx }: Pick<RequestContext, 'tx'>,
): Promise<{ tasks: number } | Refusal<'idTaken'> | undefined> {
  const standing = await selectDirective(tx, communeId, directiveId);
  if (!standing) return undefined;
  if (standing.requestHash !== requestHash) return refuse('idTaken');
  const tasks = await selectTasksOf(tx, communeId, [directiveId]);
  return { tasks: tasks.filter(({ handedFrom }) => handedFrom === null).length };
}

/** Who may order what, by which paper, and by when [GV30]. */
function judgeDirective(
  { source, paperNumber, paperOn, paperIssuer, dueOn }: Input,
  { caller, clock }: RequestContext,
): Refusal<CodeOf<typeof operation>> | null {
  if (source === 'order' && caller.role !== 'communeChair') return refuse('orderOfChairOnly');
  const isWhole = paperNumber !== null && paperOn !== null && paperIssuer !== null;
  if (source === 'resolution' && !isWhole) return refuse('resolutionMissing');
  if (paperNumber === null && paperOn !== null) return refuse('paperNumberMissing');
  const today = clock.today();
  if (paperOn !== null && paperOn > today)
    return refuse('paperInFuture', { paperOn: formatDate(paperOn), today: formatDate(today) });
  if (dueOn < today) return refuse('dueBeforeToday', { dueOn: formatDate(dueOn), today: formatDate(today) });
  return null;
}

type RecipientsRefused = Refusal<
  'seatUnknown' | 'ownerLeft' | 'listUnknown' | 'listNotPublished' | 'listChanged' | 'loansNotOnList'
>;

/** Chosen seats as they are held today, what the spread finds, or the loans chosen of a list [GV12], [GV32], [GV83]. */
async function recipientsOf(input: Input, context: RequestContext): Promise<Recipients | RecipientsRefused> {
  if (input.spread === 'seats') return chosenSeats(input, context);
  const found = await findRecipients(context, input);
  return isRefusal(found) || input.spread !== 'loans' ? found : chosenLoans(input, found);
}

async function chosenSeats(
  input: Input,
  context: RequestContext,
): Promise<Recipients | Refusal<'seatUnknown' | 'ownerLeft'>> {
  const recipients = [...new Map(input.recipients.map((one) => [one.seat ?? one.name, one])).values()];
  const refused = await judgeOwners(context, input.communeId, recipients);
  if (refused) return refused;
  return {
    recipients: recipients.map(({ seat, name }) => recipientOf(seat, name)),
    loans: [],
    dataDate: null,
    found: recipients.length,
  };
}

/** The loans that were ticked, all of them still on the list that was looked at; every loan where none was. */
function chosenLoans(
  { contractNos, listDate }: Input,
  found: Recipients,
): Recipients | Refusal<'listChanged' | 'loansNotOnList'> {
  const { dataDate, recipients } = found;
  if (listDate !== null && dataDate !== null && listDate !== dataDate)
    return refuse('listChanged', { listDate: formatDate(dataDate), seenDate: formatDate(listDate) });
  if (contractNos.length === 0) return found;
  const wanted = new Set(contractNos);
  const chosen = recipients.filter(({ contractNo }) => contractNo !== null && wanted.has(contractNo));
  if (chosen.length < wanted.size) return refuse('loansNotOnList', { loans: wanted.size - chosen.length });
  return { ...found, recipients: chosen, found: chosen.length };
}
