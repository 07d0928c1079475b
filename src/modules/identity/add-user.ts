import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../platform/audit/append-audit.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { addUser as operation } from './contract.ts';
import { insertAccount } from './db/accounts.ts';
import { insertAssignment } from './db/assignments.ts';
import type { SessionSettings } from './domain/session.ts';
import { refuseOtherHolder } from './find-other-holder.ts';
import { judgeAssignment } from './judge-assignment.ts';
import { newLink } from './password-link.ts';

/** Adds a person, with the first office they hold if it is given; they set the password through the link [ID20]. */
export async function addUser(
  settings: SessionSettings,
  { fullName, login, phone, assignment }: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { tx, clock, newId, note } = context;
  const given = assignment === null ? null : await judgeAssignment(context, assignment);
  if (isRefusal(given)) return given;
  const account = { id: newId(), fullName, login, phone, passwordHash: null, isSample: false };
  const isAdded = await insertAccount(tx, { ...account, createdAt: clock.now() });
  if (!isAdded) return refuse('loginTaken', { login });
  const other =
    given && !assignment?.isBesideOther ? await refuseOtherHolder(tx, given, account.id) : undefined;
  if (other) return other;
  if (given) await insertAssignment(tx, account.id, given);
  note({ communeId: SYSTEM_CHAIN, subject: { user: account.id, assignment: given?.id ?? null } });
  return { userId: account.id, link: await newLink(settings, context, account.id) };
}
