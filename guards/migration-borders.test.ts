import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrationBorders } from './migration-borders.ts';

const SAMPLES = 'guards/samples';

describe('the borders of migrations', () => {
  const ofAnother = (table: string, module: string) =>
    `${table} is not of ${module}: what it must become is a migration of ${table.split('.')[0]}; what is read stands behind from, join, using or references`;

  it('finds what is written into another schema, read from above, and left without row-level security', async () => {
    const findings = await migrationBorders.check(`${SAMPLES}/migration-borders`);
    const seen = findings.map(({ file, line, message }) => [file.slice(-10, -4), line, message]);
    expect(seen.filter(([file]) => file !== 's-over')).toEqual([
      ['strays', 7, ofAnother('registry.area', 'portfolio')],
      ['strays', 9, 'governance.task lies above portfolio'],
      ['strays', 13, ofAnother('platform.mail', 'portfolio')],
      ['strays', 15, ofAnother('platform.mail', 'portfolio')],
      ['strays', 19, ofAnother('governance.task', 'portfolio')],
      ['strays', 21, ofAnother('sessions.point', 'portfolio')],
      ['strays', 23, 'sessions.point lies above portfolio'],
      ['strays', 17, 'the row-level security of extracts.batch is lifted and not set back'],
      ['module', 1, 'registry.area lies above platform'],
    ]);
  });

  it('takes whatever is not known to be read for written: each statement of the sample is found once', async () => {
    const findings = await migrationBorders.check(`${SAMPLES}/migration-borders`);
    const found = findings.filter(({ file }) => file.endsWith('9004-ways-over.sql'));
    const sample = `${SAMPLES}/migration-borders/src/modules/governance/db/migrations/9004-ways-over.sql`;
    const lines = readFileSync(sample, 'utf8').split('\n');
    const begun = lines.flatMap((line, i) =>
      line !== '' && !/^(?: {2}execute format|begin|end|\$\$)/.test(line) ? [i + 1] : [],
    );
    expect(found.map(({ line }) => line).toSorted((a = 0, b = 0) => a - b)).toEqual(begun);
    const named = found.map(
      ({ message }) => /^(?:[a-z_]+\.[a-z_*]+(?= is not)|which table|the row)/.exec(message)?.[0],
    );
    expect(named).toEqual([
      ...['registry.area', 'portfolio.position', 'portfolio.position', 'portfolio.position', 'registry.area'],
      ...['registry.area', 'registry.area', 'registry.kind', 'registry.f', 'groups.savings_group'],
      ...['registry.area', 'portfolio.position', 'extracts.batch', 'registry.f', 'portfolio.*', 'registry.*'],
      ...['which table', 'registry.area', 'platform.audit_entry', 'registry.area_id_seq', 'registry.area'],
      ...['the row', 'the row'],
    ]);
  });
});
