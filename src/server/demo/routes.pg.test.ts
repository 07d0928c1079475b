import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOperation } from '../../kernel/client.ts';
import { day } from '../../kernel/dates.ts';
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
  const system = { communeIds: [], officeIds: [], system: true };
  await database.app.write(system, (tx) => writeDemoDay(tx, day('2026-11-03')));
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
