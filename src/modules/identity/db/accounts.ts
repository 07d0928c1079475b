import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import { fold } from '../../../kernel/text.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { foldLogin } from '../domain/login.ts';

/** A person who signs in. */
export type Account = {
  readonly id: Id;
  readonly fullName: string;
  readonly login: string;
  readonly phone: string | null;
  readonly passwordHash: string | null;
  /** Of the authenticator in use. */
  readonly totpSecret: string | null;
  /** Of the one being set up; counts for nothing until its first code. */
  readonly totpPendingSecret: string | null;
  readonly totpConfirmedAt: Date | null;
  readonly isSample: boolean;
  readonly disabledAt: Date | null;
};

const COLUMNS = sql.raw(`u.id, u.full_name as "fullName", u.login, u.phone, u.password_hash as "passwordHash",
  u.totp_secret as "totpSecret", u.totp_pending_secret as "totpPendingSecret", u.totp_confirmed_at as "totpConfirmedAt", u.is_sample as "isSample",
  u.disabled_at as "disabledAt"`);

/** The account of a login as typed, disabled or not. */
export async function findAccountByLogin(tx: Tx, login: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${COLUMNS} from identity.user_account u where u.folded_login = ${foldLogin(login)}
  `.execute(tx);
  return rows[0];
}

/** The account with this id. */
export async function findAccount(tx: Tx, userId: Id): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${COLUMNS} from identity.user_account u where u.id = ${userId}
  `.execute(tx);
  return rows[0];
}

/** The account with this id, locked until the transaction ends. */
export async function lockAccount(tx: Tx, userId: Id): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${COLUMNS} from identity.user_account u where u.id = ${userId} for update
  `.execute(tx);
  return rows[0];
}

/** What a new account holds. */
export type NewAccount = {
  readonly id: Id;
  readonly fullName: string;
  readonly login: string;
  readonly phone: string | null;
  readonly passwordHash: string | null;
  readonly isSample: boolean;
  readonly createdAt: Date;
};

/** Adds an account; false when the login is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.user_account
      (id, full_name, folded_name, login, folded_login, phone, password_hash, is_sample, created_at)
    values (${account.id}, ${account.fullName}, ${fold(account.fullName)}, ${account.login},
            ${foldLogin(account.login)}, ${account.phone}, ${account.passwordHash}, ${account.isSample},
            ${account.createdAt})
    on conflict (folded_login) do nothing
    returning id
  `.execute(tx);
  return rows.length === 1;
}

/** Sets or takes away (null) the password. */
export async function setPasswordHash(tx: Tx, userId: Id, passwordHash: string | null): Promise<void> {
  await sql`update identity.user_account set password_hash = ${passwordHash} where id = ${userId}`.execute(
    tx,
  );
}

/** Locks the person out from this moment, or lets them in again (null). */
export async function setDisabledAt(tx: Tx, userId: Id, disabledAt: Date | null): Promise<void> {
  await sql`update identity.user_account set disabled_at = ${disabledAt} where id = ${userId}`.execute(tx);
}

/** Keeps a secret that is not confirmed yet; one in use stays in use. */
export async function keepPendingSecret(tx: Tx, userId: Id, secret: string): Promise<void> {
  await sql`update identity.user_account set totp_pending_secret = ${secret} where id = ${userId}`.execute(
    tx,
  );
}

/** Takes the second factor away. */
export async function removeAuthenticator(tx: Tx, userId: Id): Promise<void> {
  await sql`
    update identity.user_account
    set totp_secret = null, totp_pending_secret = null, totp_confirmed_at = null, totp_last_step = null
    where id = ${userId}
  `.execute(tx);
}

/** From now on the codes of the pending secret are asked for; the step of its first one is used up [ID10]. */
export async function confirmAuthenticator(
  tx: Tx,
  userId: Id,
  { at, step }: { at: Date; step: bigint },
): Promise<void> {
  await sql`
    update identity.user_account
    set totp_secret = totp_pending_secret, totp_pending_secret = null, totp_confirmed_at = ${at},
      totp_last_step = ${step}
    where id = ${userId}
  `.execute(tx);
}

/** Uses up a step [ID10]; false when it, or a later one, was used before. */
export async function spendStep(tx: Tx, userId: Id, step: bigint): Promise<boolean> {
  const { rows } = await sql`
    update identity.user_account set totp_last_step = ${step}
    where id = ${userId} and (totp_last_step is null or totp_last_step < ${step})
    returning id
  `.execute(tx);
  return rows.length === 1;
}

/** An account as the administrator's list shows it. */
export type ListedAccount = Account & { readonly lastSeenAt: Date | null };

/** Accounts in order of login after `after`, those whose name, login or phone holds `text`. */
export async function listAccounts(
  tx: Tx,
  { text, after, limit }: { text: string; after: string; limit: number },
): Promise<ListedAccount[]> {
  const pattern = `%${fold(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<ListedAccount>`
    select ${COLUMNS},
      (select max(s.last_seen_at) from identity.session s where s.user_id = u.id) as "lastSeenAt"
    from identity.user_account u
    where u.folded_login > ${after}
      and (u.folded_name like ${pattern} or u.folded_login like ${pattern} or u.phone like ${pattern})
    order by u.folded_login
    limit ${limit}
  `.execute(tx);
  return rows;
}
