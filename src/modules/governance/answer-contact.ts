import type { InputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { digitsOfPhone } from '../../kernel/phone.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { callerName } from '../identity/index.ts';
import { enterContact, showHousehold } from '../registry/index.ts';
import type { answerDifficulty } from './contract.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { DifficultyRow } from './db/difficulties.ts';

type Found = Pick<InputOf<typeof answerDifficulty>, 'communeId' | 'contactId' | 'found'>;
type NoContact = Refusal<
  | 'contactUnknown'
  | 'contactWithoutHousehold'
  | 'phoneInvalid'
  | 'contactExists'
  | 'contactsFull'
  | 'notFound'
>;

/**
 * The contact that answers a difficulty [GV85]: one of the household's file, or a number found just now, which goes into that
 * file with the day, the occasion and who told it; whether it did is kept for the minutes [GV96]. Null where the answer brings none.
 */
export async function answerContact(
  { communeId, contactId, found }: Found,
  {
    difficulty,
    briefing,
  }: { readonly difficulty: DifficultyRow; readonly briefing: BriefingRow | undefined },
  context: HandlerContext,
): Promise<{ contactId: Id; isEntered: boolean } | null | NoContact> {
  if (contactId === null && found === null) return null;
  const { householdId, customerCode } = difficulty;
  if (householdId === null) return refuse('contactWithoutHousehold');
  const household = await showHousehold({ communeId, householdId }, context);
  if (isRefusal(household)) return household;
  const { members } = household;
  if (found === null) {
    const isTheirs = members.some(({ contacts }) => contacts.some((one) => one.contactId === contactId));
    return isTheirs && contactId !== null ? { contactId, isEntered: false } : refuse('contactUnknown');
  }
  const borrower = members.find((member) => member.customerCode === customerCode) ?? members[0];
  if (borrower === undefined) return refuse('notFound');
  const { toldBy, ...contact } = found;
  const told = {
    by: toldBy ?? (await callerName(context)),
    on: briefing?.state === 'open' ? briefing.metOn : context.clock.today(),
    occasion: briefing?.state === 'open' ? 'Giao ban' : 'Trả lời khó khăn',
  };
  const entered = await enterContact({ ...contact, communeId, personId: borrower.personId, told }, context);
  return isRefusal(entered) ? entered : { contactId: entered.contactId, isEntered: true };
}

/** Whether an answered difficulty has the contact that is asked for once more [GV90]: the same one, or one with the number found. */
export async function hasContact(
  { householdId, contactId: standing }: DifficultyRow,
  { communeId, contactId, found }: Found,
  context: HandlerContext,
): Promise<boolean> {
  if (found === null) return standing === contactId;
  if (standing === null || householdId === null) return false;
  const household = await showHousehold({ communeId, householdId }, context);
  if (isRefusal(household)) return false;
  const contacts = household.members.flatMap((member) => member.contacts);
  return contacts.some((one) => one.contactId === standing && one.phone === digitsOfPhone(found.phone));
}
