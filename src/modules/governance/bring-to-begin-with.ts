import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { areaNames, officeServing } from '../registry/index.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectTemplates } from './db/paper-templates.ts';
import { UNKNOWN_OFFICE } from './domain/papers/place-words.ts';
import { filled } from './domain/papers/placeholders.ts';
import { occasionValues } from './papers/occasion-values.ts';
import { templateOn } from './papers/template-on.ts';

type Occasion = { readonly communeId: Id; readonly pointName: string; readonly heldOn: BusinessDate };

/**
 * What a new briefing's invitations ask people to bring, one thing a line [GV73]: what somebody wrote for the briefing before, else
 * what the office's template of the invitation says, its places filled. From then on the briefing's own text counts, in mails and on
 * paper alike.
 *
 * @param from.by when the briefing is prepared, or was: templates that were written later are none of it
 */
export async function bringToBeginWith(
  context: HandlerContext,
  occasion: Occasion,
  from: { readonly before: BriefingRow | undefined; readonly by: Date },
): Promise<string | null> {
  const { before, by } = from;
  const ofTemplate = await bringOfTemplate(context, occasion, by);
  if (before?.bring == null) return ofTemplate;
  // A text that is the one it began with was typed by nobody [GV196].
  const begunWith = await bringOfTemplate(context, before, before.preparedAt);
  return before.bring === begunWith ? ofTemplate : before.bring;
}

/** What the template says for an occasion, of those that were written by then. */
async function bringOfTemplate(
  context: HandlerContext,
  { communeId, pointName, heldOn }: Occasion,
  by: Date,
): Promise<string | null> {
  const { tx } = context;
  const office = await officeServing(tx, { communeId, on: heldOn });
  const rows = office === undefined ? [] : await selectTemplates(tx, office.officeId, 'invitation');
  const { template } = templateOn(
    'invitation',
    rows.filter(({ writtenAt }) => writtenAt <= by),
    heldOn,
  );
  const communeName = (await areaNames(tx, [communeId], heldOn)).get(communeId) ?? '';
  const values = occasionValues({
    officeName: office?.name ?? UNKNOWN_OFFICE,
    communeName,
    pointName,
    heldOn,
  });
  return template.toBring.map((item) => filled(item, values)).join('\n') || null;
}
