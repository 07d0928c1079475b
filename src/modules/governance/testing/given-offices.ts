import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { PEOPLE, type TestCommune } from './given-commune.ts';

/** Who holds the office of the women's union once its head has left. */
export const NEW_HEAD = 'Người Mới (mẫu)';

/** The head of the women's union leaves on a day, and from it on {@link NEW_HEAD}, or nobody, holds the office. */
export async function headLeaves(
  { database, communeId }: TestCommune,
  { on, isVacant = false }: { readonly on: string; readonly isVacant?: boolean },
): Promise<void> {
  await database.owner.query(
    `update identity.assignment set valid_to = $2::date - 1
     where user_id = (select id from identity.user_account where full_name = $1)`,
    [PEOPLE.associationHead, on],
  );
  if (isVacant) return;
  const userId = nextId();
  await database.owner.query(
    `insert into identity.user_account (id, full_name, folded_name, login, folded_login, created_at)
     values ($1, $2, lower($2), 'moi', 'moi', '2024-01-01')`,
    [userId, NEW_HEAD],
  );
  await database.owner.query(
    `insert into identity.assignment (id, user_id, role, commune_id, association_code, valid_from)
     values ($1, $2, 'associationHead', $3, '12', $4)`,
    [nextId(), userId, communeId, on],
  );
}
