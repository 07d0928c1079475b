import { extractsRoutes, readBatchJob } from '../modules/extracts/routes.ts';
import { createIdentity, ensureFirstAdministrator } from '../modules/identity/index.ts';
import { portfolioRoutes } from '../modules/portfolio/routes.ts';
import { programmeRoutes } from '../modules/programmes/routes.ts';
import { registryRoutes } from '../modules/registry/routes.ts';
import { sessionRoutes } from '../modules/sessions/routes.ts';
import type { Caller } from '../platform/caller.ts';
import type { ModuleRoutes } from '../platform/http/implement.ts';
import { jobRoutes } from '../platform/jobs/routes.ts';
import type { JobHandler } from '../platform/jobs/run-job.ts';
import type { OpenPlatform } from '../platform/open-platform.ts';
import type { EventHandler } from '../platform/outbox/deliver-outbox.ts';

/** All modules at work. */
export type Modules = {
  readonly routes: readonly ModuleRoutes[];
  readonly jobs: readonly JobHandler[];
  readonly events: readonly EventHandler[];
  /** Who a session cookie stands for. */
  identify(token: string): Promise<Caller>;
  /** What the line of the start adds to the address, each a Vietnamese phrase: how a newcomer signs in. */
  notes(address: string): readonly string[];
};

/**
 * Puts the modules on the platform: with `main.ts`, the only place that knows every one of them. A list of routes
 * that is missing here is a page that answers 404.
 */
export async function composeModules({ platform }: OpenPlatform): Promise<Modules> {
  const identity = createIdentity({ platform, secondFactorRequired: true });
  const link = await ensureFirstAdministrator(platform);
  return {
    routes: [
      jobRoutes,
      identity.routes,
      registryRoutes,
      programmeRoutes,
      extractsRoutes,
      portfolioRoutes,
      sessionRoutes,
    ],
    jobs: [readBatchJob],
    events: [],
    identify: (token) => identity.identify(token),
    notes: (address) => (link ? [`tạo người quản trị đầu tiên tại ${address}${link.path}`] : []),
  };
}
