import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_SCOPE } from '../platform/db/scope.ts';
import { demoDay, markDemoFilled, writeDemoDay } from '../platform/demo/demo-day.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { testFileStore } from '../platform/testing/files.ts';
import { testPlatform } from '../platform/testing/platform.ts';
import { composeModules, type Preparation } from './modules.ts';

let database: TestDatabase;
let files: ReturnType<typeof testFileStore>;
beforeAll(async () => {
  database = await testDatabase();
  files = testFileStore();
});
afterAll(async () => {
  files.clear();
  await database.close();
});

async function composed(mail: Preparation['mail']) {
  const { platform } = testPlatform(database.app);
  const { ownerAddress: owner } = database;
  const open = {
    demo: demoDay(),
    files: files.store,
    application: owner,
    owner,
    close: async () => undefined,
  };
  const modules = await composeModules(
    { platform, background: platform, ...open },
    { hasDemo: false, mail, deliver: async () => undefined, report: () => undefined },
  );
  return { hasMail: modules.hasMail, line: modules.notes('http://localhost').join(' · ') };
}

test('the demo sends no mail though a mail server is set, and says so at the start; a real installation does', async () => {
  const server = { fromDemo: false };
  expect(await composed(server)).toMatchObject({ hasMail: true, line: expect.not.stringContaining('thư') });
  await database.app.write(SYSTEM_SCOPE, async (tx) => {
    await writeDemoDay(tx, testPlatform(database.app).platform.clock.today());
    await markDemoFilled(tx, new Date());
  });
  expect(await composed(server)).toEqual({
    hasMail: false,
    line: expect.stringMatching(/dữ liệu mẫu: .* · dữ liệu mẫu không gửi thư$/),
  });
  expect(await composed({ fromDemo: true })).toMatchObject({
    hasMail: true,
    line: expect.not.stringContaining('thư'),
  });
  expect(await composed(undefined)).toMatchObject({
    hasMail: false,
    line: expect.not.stringContaining('thư'),
  });
});
