import { programmeRoutes } from '../modules/programmes/routes.ts';
import { sessionRoutes } from '../modules/sessions/routes.ts';
import { ANONYMOUS, type Caller } from '../platform/caller.ts';
import type { ModuleRoutes } from '../platform/http/implement.ts';
import { jobRoutes } from '../platform/jobs/routes.ts';
import type { JobHandler } from '../platform/jobs/run-job.ts';
import type { OpenPlatform } from '../platform/open-platform.ts';
import type { EventHandler } from '../platform/outbox/deliver-outbox.ts';
import type { Settings } from '../platform/settings.ts';

/** All modules at work. */
export type Modules = {
  readonly routes: readonly ModuleRoutes[];
  readonly jobs: readonly JobHandler[];
  readonly events: readonly EventHandler[];
  /** Who a session cookie stands for. */
  identify(token: string): Promise<Caller>;
  /** What the line of the start adds to the address, each a Vietnamese sentence. */
  readonly notes: readonly string[];
  close(): Promise<void>;
};

/** Puts the modules on the platform: with `main.ts`, the only place that knows every one of them. */
export async function composeModules(_open: OpenPlatform, _settings: Settings): Promise<Modules> {
  return {
    routes: [jobRoutes, programmeRoutes, sessionRoutes],
    jobs: [],
    events: [],
    identify: async () => ANONYMOUS,
    notes: [],
    close: async () => undefined,
  };
}
