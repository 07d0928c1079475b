import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addConclusion } from '../../modules/governance/add-conclusion.ts';
import { cancelBriefing } from '../../modules/governance/cancel-briefing.ts';
import { closeBriefing } from '../../modules/governance/close-briefing.ts';
import { CONCLUSION, HELD_ON, opened, prepared } from '../../modules/governance/testing/given-briefing.ts';
import { command, givenCommune, type TestCommune } from '../../modules/governance/testing/given-commune.ts';
import { nextId } from '../../modules/portfolio/testing/stage-extracts.ts';
import { systemCaller } from '../../platform/caller.ts';
import type { CommandContext } from '../command.ts';
import { wholeScope } from '../db/whole-scope.ts';
import { briefingDocuments } from './briefing.ts';

let commune: TestCommune;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-văn bản-'));
  commune = await givenCommune();
  const within = await opened(commune);
  const line = { ...within, ...CONCLUSION, dueOn: day('2026-12-15'), conclusionId: nextId() };
  await command(commune, commune.as('creditOfficer'), (context) => addConclusion(line, context));
  await command(commune, commune.as('creditOfficer'), (context) =>
    closeBriefing({ ...within, withoutConclusions: false }, context),
  );
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await commune.database.close();
});

/** A folder this account may not write to; root may write to every one but the kernel's. */
function readOnlyFolder(): string {
  if (process.getuid?.() === 0) return '/sys';
  const made = join(folder, 'chỉ đọc');
  mkdirSync(made);
  chmodSync(made, 0o555);
  return made;
}

type File = { kind: string; path: string; pages: number; sha256: string };

async function run(options: Record<string, string>) {
  const caller = systemCaller(await wholeScope(commune.database.app));
  const answer = await briefingDocuments.run({
    words: [],
    option: (name: string) => options[name],
    open: async () => ({ platform: commune.platform, caller }),
  } as unknown as CommandContext);
  return isRefusal(answer) ? answer : (answer.json as File[]);
}

const asked = (change: Record<string, string> = {}) => ({
  ...{ commune: '540101', date: HELD_ON, out: join(folder, 'mới') },
  ...change,
});

describe('briefing documents', () => {
  it('[GV60] writes every paper in both formats and says what it wrote', async () => {
    const files = await run(asked());
    if (isRefusal(files)) throw new Error(files.refused);
    expect(files.map(({ kind, path }) => `${kind} ${path.split('.').at(-1)}`)).toEqual(
      ['invitation', 'minutes', 'conclusions', 'assignment', 'results'].flatMap((kind) => [
        `${kind} pdf`,
        `${kind} docx`,
      ]),
    );
    for (const { path, sha256, pages, ...more } of files) {
      expect(Object.keys(more)).toEqual(['kind']);
      expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
      expect(pages).toBeGreaterThan(0);
    }
    expect(await run(asked())).toEqual(files);
  });

  it('[GV169] refuses an unknown commune, a day without a briefing and an unknown point', async () => {
    expect(await run(asked({ commune: '999999' }))).toMatchObject({ refused: 'codeUnknown' });
    expect(await run(asked({ date: '2026-11-24' }))).toEqual({
      refused: 'noBriefingThatDay',
      data: { commune: 'Xã Bình Ngọc', heldOn: '24/11/2026', known: 'Các buổi gần đây: 23/11/2026.' },
    });
    expect(await run(asked({ point: 'TXN0' }))).toMatchObject({ refused: 'codeUnknown' });
    await expect(run(asked({ date: '2026-02-30' }))).rejects.toThrow('không phải một ngày');
  });

  it('says why a folder cannot be written to', async () => {
    const file = join(folder, 'tệp');
    writeFileSync(file, '');
    await expect(run(asked({ out: file }))).rejects.toThrow(/Không ghi được vào “.*tệp”: đã có một tệp/);
    await expect(run(asked({ out: join(file, 'trong') }))).rejects.toThrow('không phải thư mục');
    await expect(run(asked({ out: join(folder, 'dài'.repeat(100)) }))).rejects.toThrow('đường dẫn quá dài');
  });

  it('[GV60] ends at once where nothing can be made', async () => {
    if (!existsSync('/proc/self')) return;
    await expect(run(asked({ out: '/proc/x/y' }))).rejects.toThrow(
      'Không ghi được vào “/proc/x/y”: nơi này không nhận tệp hay thư mục mới. Chọn thư mục khác cho --out.',
    );
    await expect(run(asked({ out: '/proc' }))).rejects.toThrow('nơi này không nhận tệp');
  });

  it('[GV60] says of a read-only folder that it may not write there', async () => {
    const readOnly = readOnlyFolder();
    if (!existsSync(readOnly)) return;
    await expect(run(asked({ out: readOnly }))).rejects.toThrow('không có quyền ghi');
    await expect(run(asked({ out: join(readOnly, 'mới') }))).rejects.toThrow('không có quyền ghi');
  });

  it('[GV109] a briefing that is not held has no papers, and says so; prepared anew it has them', async () => {
    const heldOn = day('2026-12-23');
    const storm = await prepared(commune, heldOn);
    await command(commune, commune.as('creditOfficer'), (context) =>
      cancelBriefing({ hasMail: false })({ ...storm, reason: 'Bão' }, context),
    );
    expect(await run(asked({ date: heldOn }))).toEqual({
      refused: 'noPapersOfCancelled',
      data: { heldOn: '23/12/2026' },
    });
    await prepared(commune, heldOn);
    const files = await run(asked({ date: heldOn, out: join(folder, 'lại') }));
    if (isRefusal(files)) throw new Error(files.refused);
    expect(files.map(({ kind }) => kind)).toContain('invitation');
  });

  it('asks for the point when a commune has two briefings on a day', async () => {
    await commune.database.owner.query(
      `insert into governance.briefing (commune_id, id, point_code, point_name, point_villages, regular_on, held_on, state,
                                        prepared_at)
       values ($1, $2, 'TXN2', 'Điểm hai', '{}', $3, $3, 'preparing', now())`,
      [commune.communeId, nextId(), HELD_ON],
    );
    expect(await run(asked())).toMatchObject({ refused: 'pointUnclear', data: { count: 2 } });
    const files = await run(asked({ point: 'TXN2', out: join(folder, 'hai') }));
    if (isRefusal(files)) throw new Error(files.refused);
    const { rows } = await commune.database.owner.query(
      `select point_code from governance.briefing where held_on = $1 and point_code <> 'TXN2'`,
      [HELD_ON],
    );
    const others = await run(asked({ point: rows[0].point_code, out: join(folder, 'hai') }));
    if (isRefusal(others)) throw new Error(others.refused);
    const written = [...files, ...others];
    expect(new Set(written.map(({ path }) => path)).size).toBe(written.length);
    for (const { path, sha256 } of written)
      expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
    // Nothing concluded yet: there is nobody to write a slip for.
    expect(new Set(files.map(({ kind }) => kind))).toEqual(
      new Set(['invitation', 'minutes', 'conclusions', 'results']),
    );
    expect(files.find(({ kind }) => kind === 'minutes')?.path).toContain('Dự thảo');
  });
});
