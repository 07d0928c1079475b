import type { HandlerContext } from '../../platform/command.ts';
import { insertAccount } from './db/accounts.ts';
import { insertAssignment } from './db/assignments.ts';
import type { Assignment } from './domain/assignment.ts';
import { argon2Passwords } from './passwords.ts';

/** A made-up person of the demo, marked as one. The password is shown to newcomers, so it is not judged. */
export type SampleUser = {
  readonly fullName: string;
  readonly login: string;
  readonly phone: string | null;
  readonly password: string;
  readonly assignments: readonly Omit<Assignment, 'id'>[];
};

/** Adds the people of the demo in the system's scope; those whose login is there already stay as they are [ID19]. */
export async function addSampleUsers(
  { tx, clock, newId }: Pick<HandlerContext, 'tx' | 'clock' | 'newId'>,
  people: readonly SampleUser[],
): Promise<void> {
  const passwords = argon2Passwords();
  for (const { fullName, login, phone, password, assignments } of people) {
    const passwordHash = await passwords.hash(password);
    const account = { id: newId(), fullName, login, phone, passwordHash, isSample: true };
    if (!(await insertAccount(tx, { ...account, createdAt: clock.now() }))) continue;
    for (const held of assignments) await insertAssignment(tx, account.id, { ...held, id: newId() });
  }
}
