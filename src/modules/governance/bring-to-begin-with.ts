import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { areaNames, officeServing } from '../registry/index.ts';
import { UNKNOWN_OFFICE } from './domain/papers/place-words.ts';
import { filled } from './domain/papers/placeholders.ts';
import { occasionValues } from './papers/occasion-values.ts';
import { templatesOn } from './papers/templates-on.ts';

/**
 * What a new briefing's invitations ask people to bring: what the office's template of the invitation says, its places filled,
 * one thing a line [GV73]. From then on the briefing's own text counts, in mails and on paper alike.
 */
export async function bringToBeginWith(
  context: HandlerContext,
  {
    communeId,
    pointName,
    heldOn,
  }: { readonly communeId: Id; readonly pointName: string; readonly heldOn: BusinessDate },
): Promise<string | null> {
  const { tx } = context;
  const office = await officeServing(tx, { communeId, on: heldOn });
  const { invitation } = await templatesOn(context, office?.officeId, heldOn);
  const communeName = (await areaNames(tx, [communeId], heldOn)).get(communeId) ?? '';
  const values = occasionValues({
    officeName: office?.name ?? UNKNOWN_OFFICE,
    communeName,
    pointName,
    heldOn,
  });
  return invitation.toBring.map((item) => filled(item, values)).join('\n') || null;
}
