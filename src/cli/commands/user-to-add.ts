import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { parseBusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { fieldProblem, inputProblem } from '../../kernel/input.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ROLES, type Role } from '../../kernel/role.ts';
import * as contract from '../../modules/identity/contract.ts';
import { listPlaces, PLACES_OF_ROLE, type PlaceField } from '../../modules/identity/index.ts';
import { runQuestion } from '../../platform/command.ts';
import { type CommandContext, type OpenCommand, UsageProblem } from '../command.ts';

type Places = OutputOf<typeof contract.listPlaces>;

/**
 * What `users add` was asked for, as the operation takes it.
 *
 * @throws UsageProblem naming the option that is wrong
 */
export async function userToAdd(
  { words, option }: CommandContext,
  opened: OpenCommand,
): Promise<InputOf<typeof contract.addUser>> {
  if (option('role') === undefined) refusePlaces(option, [], 'Chưa nêu --role nên không gắn được với');
  const assignment = option('role') === undefined ? null : await officeToGive({ option }, opened);
  const input = {
    login: words[0] ?? '',
    fullName: option('name') ?? '',
    phone: option('phone') ?? null,
    assignment,
  };
  const { success, data, error } = contract.addUser.input.safeParse(input, { error: inputProblem });
  if (success) return data;
  const [issue] = error.issues;
  throw new UsageProblem(issue === undefined ? 'Lệnh chưa đúng.' : fieldProblem(issue));
}

async function officeToGive(
  { option }: Pick<CommandContext, 'option'>,
  { platform, caller }: OpenCommand,
): Promise<InputOf<typeof contract.addUser>['assignment']> {
  const role = roleNamed(option('role') ?? '');
  refusePlaces(option, PLACES_OF_ROLE[role].flat(), `Chức vụ ${ROLES[role]} không gắn với`);
  const places = await runQuestion(platform, { caller }, (context) => listPlaces({}, context));
  if (isRefusal(places)) throw new Error('reading places is never refused');
  return {
    role,
    officeId: idOf(places.offices, option('office')),
    communeId: idOf(places.communes, option('commune')),
    branchCode: option('branch') ?? null,
    associationCode: option('association') ?? null,
    villageCode: option('village') ?? null,
    groupCode: option('group') ?? null,
    validFrom: dayOf(option('from')) ?? platform.clock.today(),
    validTo: null,
    decidedBy: null,
  };
}

/** The options that say what an office is of. */
const PLACE_OPTIONS = {
  officeId: 'office',
  communeId: 'commune',
  branchCode: 'branch',
  associationCode: 'association',
  villageCode: 'village',
  groupCode: 'group',
} as const satisfies Record<PlaceField, string>;

/** A place that the office is not of would be left out without a word. */
function refusePlaces(option: CommandContext['option'], fitting: readonly PlaceField[], why: string): void {
  const useless = Object.entries(PLACE_OPTIONS).find(
    ([field, name]) => option(name) !== undefined && !fitting.includes(field as PlaceField),
  );
  if (useless) throw new UsageProblem(`${why} --${useless[1]}. Sửa hoặc bỏ tùy chọn ấy.`);
}

function roleNamed(name: string): Role {
  if (Object.hasOwn(ROLES, name)) return name as Role;
  throw new UsageProblem(`Không có chức vụ ${name}. Các chức vụ: ${Object.keys(ROLES).join(', ')}.`);
}

function idOf(places: Places['offices'] | Places['communes'], code: string | undefined): Id | null {
  if (code === undefined) return null;
  const place = places.find((one) => one.code === code);
  if (!place) throw new UsageProblem(`Không có mã ${code} trong danh mục.`);
  return place.id;
}

function dayOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const date = parseBusinessDate(text);
  if (!date) throw new UsageProblem(`Ngày ${text} chưa đúng; ghi như 2026-11-03.`);
  return date;
}
