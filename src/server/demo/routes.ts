import { addDays, daysBetween, formatDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { officeText } from '../../kernel/role.ts';
import { keepSessionsOver } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/command.ts';
import { listSamplePeople, moveDemoDay, showDemo } from '../../platform/demo/contract.ts';
import { type DemoDay, readDemoDay, writeDemoDay } from '../../platform/demo/demo-day.ts';
import { DEMO_REFUSALS } from '../../platform/demo/refusals.ts';
import { defineRoutes, type Handler, implement, type ModuleRoutes } from '../../platform/http/implement.ts';
import { SAMPLE_PASSWORD, SAMPLE_PEOPLE } from './sample-people.ts';

/** So far the day may be moved at once: a bit over a month, to see the next month come. */
const MOST_DAYS = 40;

/** The demo's day over HTTP. */
export function demoRoutes({ demo }: { platform: Platform; demo: DemoDay }): ModuleRoutes {
  const show: Handler<typeof showDemo> = async (_, { clock }) => ({
    isDemo: demo.current() !== null,
    today: clock.today(),
  });
  const list: Handler<typeof listSamplePeople> = async () => {
    if (demo.current() === null) return refuse('noDemo');
    const people = SAMPLE_PEOPLE.map(({ login, fullName, role, place }) => ({
      login,
      fullName,
      office: officeText(role, place),
    }));
    return { password: SAMPLE_PASSWORD, people };
  };
  const move: Handler<typeof moveDemoDay> = async ({ to }, { tx }) => {
    const today = await readDemoDay(tx);
    if (today === null) return refuse('noDemo');
    if (to <= today) return refuse('demoDayNotLater', { today: formatDate(today) });
    if (to > addDays(today, MOST_DAYS)) return refuse('demoDayTooFar', { days: MOST_DAYS });
    await writeDemoDay(tx, to);
    // Nobody is signed out because a month went by in a moment.
    await keepSessionsOver(tx, { days: daysBetween(today, to) });
    demo.moveTo(to);
    return { today: to };
  };
  return defineRoutes(DEMO_REFUSALS, [
    implement(showDemo, show),
    implement(listSamplePeople, list),
    implement(moveDemoDay, move, { runsAs: 'system' }),
  ]);
}
