import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { areaNames, officeServing } from '../registry/index.ts';
import { selectTemplates } from './db/paper-templates.ts';
import type { Bring } from './domain/bring-origin.ts';
import { UNKNOWN_OFFICE } from './domain/papers/place-words.ts';
import { filled } from './domain/papers/placeholders.ts';
import { hasOtherPoints } from './has-other-points.ts';
import { occasionValues } from './papers/occasion-values.ts';
import { templateOn } from './papers/template-on.ts';

/** Where and when people meet, as the places of a template are filled. */
type Occasion = {
  readonly communeId: Id;
  readonly pointCode: string;
  readonly pointName: string;
  readonly heldOn: BusinessDate;
};

/**
 * What a new briefing's invitations ask people to bring, one thing a line [GV73]: what somebody wrote for the briefing before [GV196], else
 * what the office's template of the invitation says, its places filled. From then on the briefing's own text counts, in mails and on
 * paper alike.
 */
export async function bringToBeginWith(
  context: HandlerContext,
  occasion: Occasion,
  before: Bring | undefined,
): Promise<Bring> {
  if (before && before.bring !== null && before.bringOrigin !== 'template')
    return { bring: before.bring, bringOrigin: 'carried' };
  return { bring: await bringOfTemplate(context, occasion), bringOrigin: 'template' };
}

/** What the template of the invitation says for an occasion, null where nothing; of an office whose templates the transaction's scope shows. */
export async function bringOfTemplate(
  { tx }: Pick<HandlerContext, 'tx'>,
  { communeId, pointCode, pointName, heldOn }: Occasion,
): Promise<string | null> {
  const office = await officeServing(tx, { communeId, on: heldOn });
  const rows = office === undefined ? [] : await selectTemplates(tx, office.officeId, 'invitation');
  const { template } = templateOn('invitation', rows, heldOn);
  const communeName = (await areaNames(tx, [communeId], heldOn)).get(communeId) ?? '';
  const values = occasionValues({
    officeName: office?.name ?? UNKNOWN_OFFICE,
    communeName,
    pointName,
    isOneOfSeveral: await hasOtherPoints({ tx }, { communeId, pointCode, on: heldOn }),
    heldOn,
  });
  return template.toBring.map((item) => filled(item, values)).join('\n') || null;
}
