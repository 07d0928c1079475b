import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOperation } from '../../kernel/client.ts';
import { day } from '../../kernel/dates.ts';
import { SYSTEM_SCOPE } from '../../platform/db/scope.ts';
import { moveDemoDay } from '../../platform/demo/contract.ts';
import { demoDay, writeDemoDay } from '../../platform/demo/demo-day.ts';
import { createHttpServer } from '../../platform/http/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { injected } from '../../platform/testing/http.ts';
import { testCaller, testPlatform } from '../../platform/testing/platform.ts';
import { demoRoutes } from './routes.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('the day moves forward alone, and the refusal names the day as people write it', async () => {
  const { platform } = testPlatform(database.app);
  await database.app.write(SYSTEM_SCOPE, (tx) => writeDemoDay(tx, day('2026-11-03')));
  const demo = demoDay();
  await demo.load(database.app);
  const http = await createHttpServer(platform, [demoRoutes({ platform, demo })], {
    logger: false,
    identify: async () => testCaller({}, { role: 'administrator' }),
    uploadLimits: { fileBytes: 1, files: 1 },
    deskFolder: '/nowhere',
  });
  const move = (to: string) =>
    callOperation(injected(http, { cookie: '__Host-giaoban=x' }), moveDemoDay, { to: day(to) });
  expect(await move('2026-11-03')).toMatchObject({
    refused: 'demoDayNotLater',
    message: expect.stringContaining('sau ngày 03/11/2026.'),
  });
  expect(await move('2026-11-04')).toMatchObject({ output: { today: '2026-11-04' } });
  await http.close();
});

it('a day read while it is being moved is the day that it is moved to', async () => {
  await database.app.write(SYSTEM_SCOPE, (tx) => writeDemoDay(tx, day('2026-11-05')));
  const demo = demoDay();
  await demo.load(database.app);
  let following: Promise<void> = Promise.resolve();
  await database.app.write(SYSTEM_SCOPE, async (tx) => {
    await writeDemoDay(tx, day('2026-11-06'));
    demo.moveTo(day('2026-11-06'));
    following = demo.follow(database.app);
    // Long enough for a reader that waits for nobody.
    await Promise.race([following, setTimeout(300)]);
  });
  await following;
  expect(demo.current()).toBe('2026-11-06');
});
