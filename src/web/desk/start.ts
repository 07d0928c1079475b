import { listMyTasks } from '../../modules/governance/contract.ts';
import { listUsers } from '../../modules/identity/contract.ts';
import { showCommuneMonth } from '../../modules/portfolio/contract.ts';
import { listSessions } from '../../modules/sessions/contract.ts';
import { paths } from './paths.ts';
import { actsForOffice, type Me, may } from './session.tsx';

/** Where each office begins: its commune's month, the communes side by side, the users, the work asked of them, or the calendar. */
export function startOf(me: Me): string | undefined {
  if (actsForOffice(me)) return paths.office();
  const [commune] = me.communes;
  const code = commune?.code ?? commune?.id;
  if (may(me, showCommuneMonth) && code !== undefined) return paths.commune(code);
  if (may(me, listUsers)) return paths.users();
  if (may(me, listMyTasks) && code !== undefined) return paths.tasks();
  return may(me, listSessions) ? paths.calendar() : undefined;
}
