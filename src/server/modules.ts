import { extractsRoutes, readBatchJob } from '../modules/extracts/index.ts';
import { onCalendarChanged, onRemindersDue } from '../modules/governance/index.ts';
import { invitationRoutes } from '../modules/governance/invitation-routes.ts';
import { governanceRoutes } from '../modules/governance/routes.ts';
import { taskRoutes } from '../modules/governance/task-routes.ts';
import { groupRoutes } from '../modules/groups/routes.ts';
import { createIdentity, ensureFirstAdministrator } from '../modules/identity/index.ts';
import { publishBatchJob } from '../modules/portfolio/index.ts';
import { portfolioRoutes } from '../modules/portfolio/routes.ts';
import { programmeRoutes } from '../modules/programmes/routes.ts';
import { registryRoutes } from '../modules/registry/routes.ts';
import { findSessions, onDataDatePublished, onDataDateUndone } from '../modules/sessions/index.ts';
import { sessionRoutes } from '../modules/sessions/routes.ts';
import type { Caller } from '../platform/caller.ts';
import { connect } from '../platform/db/database.ts';
import { gatherStatistics } from '../platform/db/gather-statistics.ts';
import { prepareAlone } from '../platform/db/prepare-alone.ts';
import type { ModuleRoutes } from '../platform/http/implement.ts';
import { beginInstallation, findInstallation } from '../platform/installation.ts';
import { jobRoutes } from '../platform/jobs/routes.ts';
import type { JobHandler } from '../platform/jobs/run-job.ts';
import type { OpenPlatform } from '../platform/open-platform.ts';
import type { EventHandler } from '../platform/outbox/deliver-outbox.ts';
import { DEMO_DAY, type Filling, fillDemo } from './demo/fill-demo.ts';
import { demoRoutes } from './demo/routes.ts';
import { SAMPLE_PASSWORD, SAMPLE_PEOPLE } from './demo/sample-people.ts';

/** What modules do about each other's news. */
export const EVENT_HANDLERS: readonly EventHandler[] = [
  onDataDatePublished,
  onDataDateUndone,
  onCalendarChanged,
  onRemindersDue,
];

/** What modules do in the background. */
export const JOB_HANDLERS: readonly JobHandler[] = [readBatchJob, publishBatchJob];

/** All modules at work. */
export type Modules = {
  readonly routes: readonly ModuleRoutes[];
  /** Who a session cookie stands for. */
  identify(token: string): Promise<Caller>;
  /** True: mail goes. */
  readonly hasMail: boolean;
  /** What the line of the start adds to the address, each a Vietnamese phrase: how a newcomer signs in. */
  notes(address: string): readonly string[];
};

/** What composing needs to prepare a new database. */
export type Preparation = {
  /** True: a new database is filled with the demo. */
  readonly hasDemo: boolean;
  readonly deliver: () => Promise<unknown>;
  /** A mail server is set, and whether the demo may use it too; absent: no mail goes. */
  readonly mail?: { readonly fromDemo: boolean } | undefined;
  readonly report: (sentence: string) => void;
};

/**
 * Puts the modules on the platform: with `main.ts`, the only place that knows every one of them. A list of routes
 * that is missing here is a page that answers 404.
 */
export async function composeModules(open: OpenPlatform, preparation: Preparation): Promise<Modules> {
  const { platform, background, demo } = open;
  const isDemo = await prepareDatabase({ ...open, platform: background }, preparation);
  const identity = createIdentity({ platform, secondFactorRequired: !isDemo });
  const link = isDemo ? null : await ensureFirstAdministrator(platform);
  const isMailOff = preparation.mail !== undefined && isDemo && !preparation.mail.fromDemo;
  const mail = { hasMail: preparation.mail !== undefined && !isMailOff };
  return {
    routes: [
      jobRoutes,
      identity.routes,
      registryRoutes,
      groupRoutes,
      programmeRoutes,
      extractsRoutes,
      portfolioRoutes(findSessions),
      sessionRoutes,
      governanceRoutes,
      invitationRoutes(mail),
      taskRoutes(open.files, mail),
      demoRoutes({ platform, demo }),
    ],
    identify: (token) => identity.identify(token),
    ...mail,
    notes: (address) => {
      if (isDemo)
        return [
          `dữ liệu mẫu: ${sampleLogins()}, mật khẩu ${SAMPLE_PASSWORD}`,
          ...(isMailOff ? ['dữ liệu mẫu không gửi thư'] : []),
        ];
      return link ? [`tạo người quản trị đầu tiên tại ${address}${link.path}`] : [];
    },
  };
}

/**
 * Makes a new database the demo or a real installation; goes on with a demo that was cut off. Of processes that start
 * together on a new database one does it, and the others wait for it.
 *
 * @returns is it the demo
 */
export async function prepareDatabase(
  open: Pick<OpenPlatform, 'platform' | 'demo' | 'files' | 'owner' | 'application'>,
  preparation: Preparation,
): Promise<boolean> {
  const found = await findInstallation(open.platform);
  if (found === 'real' || found === 'demo') return found === 'demo';
  const onWait = () =>
    preparation.report('Một chương trình giaoban khác đang chuẩn bị dữ liệu; chờ nó xong…');
  return prepareAlone(open.owner, () => fillDatabase(open, preparation), onWait);
}

/** As `prepareDatabase`, for whoever is alone at it already. */
export async function fillDatabase(
  open: Pick<OpenPlatform, 'platform' | 'demo' | 'files' | 'owner' | 'application'>,
  { hasDemo, deliver, report }: Preparation,
): Promise<boolean> {
  const { platform, demo, files } = open;
  const found = await findInstallation(platform);
  // Another process may have filled it since this one asked for the demo's day.
  await demo.load(platform.database);
  if (found === 'real' || found === 'demo') return found === 'demo';
  const becomesDemo = hasDemo || found === 'demoUnfinished';
  if (found === 'new') await beginInstallation(platform, { demoDay: becomesDemo ? DEMO_DAY : null });
  if (becomesDemo) await fill({ platform, demo, files, deliver, report }, open);
  return becomesDemo;
}

/** The past asks the same questions tens of thousands of times, on a connection that keeps them prepared. */
async function fill(
  filling: Omit<Filling, 'past' | 'gatherStatistics'>,
  { application, owner }: Pick<OpenPlatform, 'application' | 'owner'>,
): Promise<void> {
  const past = connect(application, 1, undefined, { statements: 'named' });
  try {
    await fillDemo({ ...filling, past, gatherStatistics: (schemas) => gatherStatistics(owner, schemas) });
  } finally {
    await past.close();
  }
}

function sampleLogins(): string {
  const shown = ['canbo', 'chutich', 'totruong', 'quantri'];
  return SAMPLE_PEOPLE.filter(({ login }) => shown.includes(login))
    .map(({ login }) => login)
    .join(', ');
}
