import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { identityWorld } from '../../modules/identity/testing/build.ts';
import { systemCaller } from '../../platform/caller.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import { readSettings } from '../../platform/settings.ts';
import { type OpenCommand, UsageProblem } from '../command.ts';
import { USER_COMMANDS } from './users.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;

beforeAll(async () => {
  world = await identityWorld();
  await world.addOffice('004820', [await world.addCommune('540101', 'Xã Krông Ana')]);
});
afterAll(() => world.close());

async function run(name: string, words: readonly string[], options: Record<string, string> = {}) {
  const command = USER_COMMANDS.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const opened = { platform: world.platform, caller: systemCaller({ ...NO_SCOPE, system: true }) };
  const open = async () => opened as unknown as OpenCommand;
  // No server runs there, whose address would be told.
  const settings = readSettings({ GIAOBAN_DATA_DIR: '/nowhere' });
  const answer = await command.run({ words, option: (key) => options[key], settings, open });
  return isRefusal(answer) ? { refused: answer.refused } : answer;
}

describe('users on the command line', () => {
  it('[ID20] adds with an office, lists, disables and resets', async () => {
    const office = { role: 'communeChair', commune: '540101', from: '2026-01-01' };
    const added = await run('users add', ['0911111111'], { name: 'Nguyễn Văn Thử', ...office });
    // Its clock stands at 9 o'clock in Vietnam; a link works for three days.
    expect(added).toMatchObject({
      text: expect.stringMatching(
        /đến 09:00 ngày \d\d\/11\/2026: http:\/\/localhost:8080\/dat-mat-khau#[\w-]{43}$/,
      ),
    });
    expect(await run('users list', [], { text: 'van thu' })).toMatchObject({
      text: '0911111111\tNguyễn Văn Thử\tChủ tịch UBND xã Krông Ana',
    });
    expect(await run('users disable', ['0911 111 111'])).toMatchObject({ text: 'Đã khóa 0911111111.' });
    expect(await run('users list', [])).toMatchObject({ json: { users: [{ isDisabled: true }] } });
    expect(await run('users reset', ['0911111111'])).toMatchObject({ json: { link: expect.anything() } });
    const { rows } = await world.database.owner.query<{ command: string; actor: string }>(
      'select command, actor from platform.audit_entry order by sequence',
    );
    expect(rows.map(({ command, actor }) => `${actor} ${command}`)).toEqual([
      'system identity.addUser',
      'system identity.disableUser',
      'system identity.resetUser',
    ]);
  });

  it('[ID20] keeps nothing of a name that cannot be seen', async () => {
    await run('users add', ['kín\u0007'], { name: 'Trần\u202e Thị\tẨn\u0000' });
    expect(await run('users list', [], { text: 'tran thi an' })).toMatchObject({
      text: 'kín\tTrần Thị Ẩn\tchưa có chức vụ',
    });
    await expect(run('users add', ['b'], { name: '\u0007\u200f' })).rejects.toThrow('Nhập họ và tên.');
  });

  it('[ID20] says what is wrong', async () => {
    const name = 'Nguyễn Văn Thử';
    expect(await run('users add', ['0911111111'], { name })).toEqual({ refused: 'loginTaken' });
    expect(await run('users disable', ['ai đó'])).toEqual({ refused: 'userUnknown' });
    expect(await run('users add', ['b'], { name, role: 'communeChair' })).toEqual({
      refused: 'assignmentIncomplete',
    });
    await expect(run('users add', ['b'], { name, role: 'king' })).rejects.toThrow(UsageProblem);
    await expect(run('users add', ['b'], { name, role: 'communeChair', commune: '999999' })).rejects.toThrow(
      '999999',
    );
    await expect(run('users add', ['b'], { name, phone: '12' })).rejects.toThrow('10 chữ số');
    await expect(run('users add', ['b'.repeat(101)], { name })).rejects.toThrow(
      'Tên đăng nhập: Dài quá: nhiều nhất 100 ký tự.',
    );
    await expect(run('users add', ['b'], { name, commune: '540101' })).rejects.toThrow('Chưa nêu --role');
    const chair = { role: 'communeChair', commune: '540101' };
    await expect(run('users add', ['b'], { name, ...chair, village: '54010101' })).rejects.toThrow(
      'Chức vụ Chủ tịch UBND xã không gắn với --village.',
    );
  });
});
