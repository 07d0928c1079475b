import { expect, test } from 'vitest';
import { defineRoutes, implementMaking } from './implement.ts';
import { keep } from './testing/sample-routes.ts';
import { sampleServers } from './testing/sample-servers.ts';

test('a file that takes long is made when no transaction lies open any more', async () => {
  const samples = await sampleServers();
  const open = async () => {
    const { rows } = await samples.database.owner.query(
      `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    return `${rows.length} open`;
  };
  const seen: string[] = [];
  const making = implementMaking(keep, async () => {
    seen.push(await open());
    return { name: 'a.csv', mediaType: 'text/csv', make: open };
  });
  const http = await samples.server({}, defineRoutes({}, [making]));
  expect((await http.inject('/api/sample/keep')).body).toBe('0 open');
  expect(seen).toEqual(['1 open']);
  await samples.close();
});
