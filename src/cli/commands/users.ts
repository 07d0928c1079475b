import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatMoment } from '../../kernel/moment.ts';
import { isRefusal, type Refusal, type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import { officeText, ROLES } from '../../kernel/role.ts';
import * as contract from '../../modules/identity/contract.ts';
import {
  addUser,
  disableUser,
  foldLogin,
  listUsers,
  resetUser,
  SESSION_SETTINGS,
} from '../../modules/identity/index.ts';
import { IDENTITY_REFUSALS } from '../../modules/identity/refusals.ts';
import { type HandlerContext, runCommand, runQuestion } from '../../platform/command.ts';
import { siteAddressBeside } from '../../platform/running-server.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Command, OpenCommand } from '../command.ts';
import { userToAdd } from './user-to-add.ts';

type User = OutputOf<typeof contract.listUsers>['users'][number];

/** What the command line says in its own words: it has options where a page has fields. */
const REFUSALS = {
  ...IDENTITY_REFUSALS,
  userUnknown: {
    status: 404,
    text: 'Không có người dùng mang tên đăng nhập “{login}”. Xem: npx giaoban users list',
  },
  assignmentIncomplete: { status: 422, text: 'Chức vụ {role} cần nêu {field}. Thêm tùy chọn ấy vào lệnh.' },
} as const satisfies RefusalTexts;

const NOBODY = 'Chưa có người dùng nào khớp.';

/** `users list`: everybody who signs in, with the offices they hold today. */
const list: Command = {
  name: 'users list',
  usage: '[--text CHỮ]',
  summary: 'Danh sách người dùng và chức vụ đang giữ.',
  options: [{ name: 'text', value: 'CHỮ', summary: 'một phần họ tên, tên đăng nhập hoặc số điện thoại' }],
  run: async ({ option, open }) => {
    const users = await usersMatching(await open(), option('text') ?? '');
    return { json: { users }, text: users.map(describe).join('\n') || NOBODY };
  },
};

/** `users add`: a person, with the first office they hold, and the link that sets the password. */
const add: Command = {
  name: 'users add',
  usage: 'ĐĂNG-NHẬP --name HỌ-TÊN [--role CHỨC-VỤ …]',
  summary: 'Thêm người dùng và in liên kết đặt mật khẩu.',
  words: { atLeast: 1, atMost: 1 },
  refusals: REFUSALS,
  options: [
    { name: 'name', value: 'HỌ-TÊN', summary: 'họ và tên', isRequired: true },
    { name: 'phone', value: 'SỐ', summary: 'số điện thoại, 10 chữ số' },
    { name: 'role', value: 'CHỨC-VỤ', summary: Object.keys(ROLES).join(', ') },
    { name: 'office', value: 'MÃ', summary: 'mã phòng giao dịch' },
    { name: 'commune', value: 'MÃ', summary: 'mã xã' },
    { name: 'branch', value: 'MÃ', summary: 'mã chi nhánh' },
    { name: 'association', value: 'MÃ', summary: 'mã hội đoàn thể' },
    { name: 'village', value: 'MÃ', summary: 'mã thôn' },
    { name: 'group', value: 'MÃ', summary: 'mã tổ' },
    { name: 'from', value: 'NGÀY', summary: 'ngày bắt đầu giữ chức vụ, năm-tháng-ngày; mặc định hôm nay' },
  ],
  run: async (command) => {
    const opened = await command.open();
    const input = await userToAdd(command, opened);
    const outcome = await carryOut(opened, contract.addUser.name, (context) =>
      addUser(SESSION_SETTINGS, input, context),
    );
    if (isRefusal(outcome)) return outcome;
    return {
      json: outcome,
      text: `Đã thêm ${input.login}.\n${describeLink(command.settings, outcome.link)}`,
    };
  },
};

/** `users disable`: locks a person out, at once. */
const disable: Command = {
  name: 'users disable',
  usage: 'ĐĂNG-NHẬP',
  summary: 'Khóa người dùng; mọi phiên làm việc của họ kết thúc ngay.',
  words: { atLeast: 1, atMost: 1 },
  refusals: REFUSALS,
  options: [],
  run: async (command) => {
    const opened = await command.open();
    const user = await userNamed(opened, command.words[0] ?? '');
    if (isRefusal(user)) return user;
    const outcome = await carryOut(opened, contract.disableUser.name, (context) =>
      disableUser({ userId: user.id }, context),
    );
    return isRefusal(outcome) ? outcome : { json: { userId: user.id }, text: `Đã khóa ${user.login}.` };
  },
};

/** `users reset`: for a lost phone or password; prints the new link. */
const reset: Command = {
  name: 'users reset',
  usage: 'ĐĂNG-NHẬP',
  summary: 'Đặt lại người dùng: bỏ mật khẩu và mã xác thực, in liên kết mới.',
  words: { atLeast: 1, atMost: 1 },
  refusals: REFUSALS,
  options: [],
  run: async (command) => {
    const opened = await command.open();
    const user = await userNamed(opened, command.words[0] ?? '');
    if (isRefusal(user)) return user;
    const outcome = await carryOut(opened, contract.resetUser.name, (context) =>
      resetUser(SESSION_SETTINGS, { userId: user.id }, context),
    );
    if (isRefusal(outcome)) return outcome;
    return {
      json: { userId: user.id, ...outcome },
      text: `Đã đặt lại ${user.login}.\n${describeLink(command.settings, outcome.link)}`,
    };
  },
};

/** The commands that keep people. */
export const USER_COMMANDS: readonly Command[] = [list, add, disable, reset];

function carryOut<T>(
  { platform, caller }: OpenCommand,
  name: string,
  run: (context: HandlerContext) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return runCommand(platform, { name, caller, scope: { ...caller.scope, system: true } }, run);
}

/** Walks the pages of the list; the number of people of an installation is small. */
async function usersMatching({ platform, caller }: OpenCommand, text: string): Promise<User[]> {
  const users: User[] = [];
  let after: string | null = '';
  while (after !== null) {
    const input: InputOf<typeof contract.listUsers> = { text, after };
    const page = await runQuestion(platform, { caller }, (context) => listUsers(input, context));
    if (isRefusal(page)) throw new Error('reading users is never refused');
    users.push(...page.users);
    after = page.next;
  }
  return users;
}

async function userNamed(opened: OpenCommand, login: string): Promise<User | Refusal<'userUnknown'>> {
  const users = await usersMatching(opened, foldLogin(login));
  return users.find((user) => foldLogin(user.login) === foldLogin(login)) ?? refuse('userUnknown', { login });
}

function describe({ login, fullName, isDisabled, assignments }: User): string {
  const held = assignments.filter((one) => one.isCurrent).map((one) => officeText(one.role, one.place));
  const state = isDisabled ? ' [đã khóa]' : '';
  return `${login}\t${fullName}${state}\t${held.join('; ') || 'chưa có chức vụ'}`;
}

/** The whole address where the running server or the settings tell it: what is printed can be opened, or sent, as it is. */
function describeLink(settings: Settings, { path, expiresAt }: { path: string; expiresAt: string }): string {
  const address = siteAddressBeside(settings);
  const where = address === null ? 'Mở liên kết này sau địa chỉ trang' : 'Mở liên kết này';
  return `${where}, dùng một lần, đến ${formatMoment(new Date(expiresAt))}: ${address ?? ''}${path}`;
}
