import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { PEOPLE, type TestCommune } from './given-commune.ts';

/** Who holds the office of the women's union once its head has left. */
export const NEW_HEAD = 'Người Mới (mẫu)';

/** The head of the women's union leaves on a day, and from it on {@link NEW_HEAD}, or nobody, holds the office. */
export async function headLeaves(
  commune: TestCommune,
  { on, isVacant = false }: { readonly on: string; readonly isVacant?: boolean },
): Promise<void> {
  await leavesOffice(commune, PEOPLE.associationHead, on);
  if (isVacant) return;
  await giveOffice(commune, { role: 'associationHead', associationCode: '12', from: on });
}

/** Somebody leaves the offices that they hold on a day, which is the first without them. */
export async function leavesOffice({ database }: TestCommune, fullName: string, on: string): Promise<void> {
  await database.owner.query(
    `update identity.assignment set valid_to = $2::date - 1
     where user_id = (select id from identity.user_account where full_name = $1)`,
    [fullName, on],
  );
}

/** Gives an office of the commune to {@link NEW_HEAD}, from a day on. */
export async function giveOffice(
  { database, communeId }: TestCommune,
  office: {
    readonly role: string;
    readonly associationCode?: string;
    readonly villageCode?: string;
    readonly from: string;
  },
): Promise<void> {
  const userId = nextId();
  await database.owner.query(
    `insert into identity.user_account (id, full_name, folded_name, login, folded_login, created_at)
     values ($1, $2, lower($2), 'moi', 'moi', '2024-01-01')`,
    [userId, NEW_HEAD],
  );
  await database.owner.query(
    `insert into identity.assignment (id, user_id, role, commune_id, association_code, village_code, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [nextId(), userId, office.role, communeId, office.associationCode, office.villageCode, office.from],
  );
}
