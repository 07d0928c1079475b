import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { PRESENCES } from '../../../../modules/governance/domain/attendance.ts';
import { keptOf, type UnsentPlace, unsentKey } from '../../unsent.ts';
import type { LaterKind, Waiting } from './outbox.ts';

/** The form in which an addendum is written: what stands in it is on its way into the minutes. */
export const ADDENDUM_FORM = 'addendum';

/** The line in which a conclusion is typed. */
export const NEW_CONCLUSION = 'conclusion.new';

/** The form in which the reason is written why a briefing is not held. */
export const CANCEL_FORM = 'cancel';

/** The form of what people bring along, which no minutes tell. */
export const BRING_FORM = 'bring';

/**
 * Something of a meeting that its minutes do not have [GV105]: half typed in the form `form`, or written and not with the server, the
 * entry `entryId` of the outbox.
 */
export type LeftOut = {
  readonly heading: string;
  readonly words: string;
  /** What the server refused it with. */
  readonly refusal?: string | undefined;
} & ({ readonly form: string } | { readonly entryId: string });

/** What of a browser's storage is looked through. */
type Kept = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/**
 * All that a person has typed or written in a briefing and that its minutes do not have; forms without a word are left out, and the
 * reason `reasonStanding` with which a briefing was ended: the page shows it as written before its form is closed.
 */
export function leftOutOf(
  store: Kept,
  place: UnsentPlace,
  waiting: readonly Waiting[],
  reasonStanding?: string,
): readonly LeftOut[] {
  const written = wordsOf({ reason: reasonStanding });
  const typed = formsOf(store, place).flatMap((form) => {
    const words = wordsOfForm(form, keptOf(store, 'draft', place, form));
    const isIn = words === '' || form === ADDENDUM_FORM || (form === CANCEL_FORM && words === written);
    return isIn ? [] : [{ heading: headingOfForm(form), words, form }];
  });
  const unsent = waiting.map((entry) => ({
    heading: HEADINGS[entry.kind],
    words: wordsOfEntry(entry),
    refusal: entry.refusal?.message,
    entryId: entry.entryId,
  }));
  return [...typed, ...unsent];
}

/** `1 câu đang gõ, 2 dòng chưa gửi hoặc chưa ghi được`; empty where nothing is left out. */
export function leftOutCounts(all: readonly LeftOut[]): string {
  const typed = all.filter((one) => 'form' in one).length;
  const unsent = all.length - typed;
  return [
    ...(typed === 0 ? [] : [`${typed} câu đang gõ`]),
    ...(unsent === 0 ? [] : [`${unsent} dòng chưa gửi hoặc chưa ghi được`]),
  ].join(', ');
}

/** Which forms of a briefing are kept, each once. */
export function formsOf(store: Kept, place: UnsentPlace): readonly string[] {
  const prefix = unsentKey('draft', place, '');
  return Array.from({ length: store.length }, (_, at) => store.key(at) ?? '')
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();
}

/** What the lines are called that wait for the network. */
export const HEADINGS: Readonly<Record<LaterKind, string>> = {
  addAttendee: 'Thêm người dự',
  addConclusion: 'Kết luận',
  answerDifficulty: 'Trả lời khó khăn',
  changeConclusion: 'Sửa kết luận',
  giveDifficulty: 'Giao trả lời khó khăn',
  raiseDifficulty: 'Khó khăn',
  recordAttendance: 'Điểm danh',
  removeConclusion: 'Rút kết luận',
  writeAgenda: 'Chương trình',
  writeTalkingPoint: 'Điểm cần nêu',
};

/** By how the names of forms begin. */
const FORMS: readonly (readonly [string, string])[] = [
  [NEW_CONCLUSION, HEADINGS.addConclusion],
  ['conclusion.', HEADINGS.changeConclusion],
  ['measure.', 'Đo kết luận bằng số liệu'],
  ['raise', HEADINGS.raiseDifficulty],
  ['answer.', HEADINGS.answerDifficulty],
  ['give.', HEADINGS.giveDifficulty],
  ['drop.', 'Bỏ khó khăn'],
  ['point.', HEADINGS.writeTalkingPoint],
  ['presence.', HEADINGS.recordAttendance],
  ['guest', HEADINGS.addAttendee],
  ['agenda', HEADINGS.writeAgenda],
  ['hour', 'Giờ giao ban'],
  ['begin', 'Bắt đầu họp'],
  [CANCEL_FORM, 'Lý do không tổ chức'],
  [BRING_FORM, 'Mang theo'],
  ['address.', 'Địa chỉ thư'],
  ['handed.', 'Người giao giấy mời'],
  ['number.', 'Số văn bản'],
  [ADDENDUM_FORM, 'Văn bản bổ sung'],
];

/** What a form of a briefing is for. */
export function headingOfForm(form: string): string {
  return FORMS.find(([start]) => form.startsWith(start))?.[1] ?? 'Giao ban';
}

/** What people type, in the order in which it is read; forms and commands name the same thing by different fields. */
const FIELDS = [
  'text',
  'ownText',
  'answer',
  'reason',
  'fullName',
  'capacity',
  'deputyName',
  'note',
  'ownerName',
  'name',
  'saidBy',
];

/** The words of a form or of a command: `Mời hộ làm việc, Trần Thị Mai, hạn 30/11/2026`. Telephone numbers belong into a household's file. */
export function wordsOf(kept: unknown): string {
  const typed = (kept ?? {}) as Readonly<Record<string, unknown>>;
  // Said with whose the row is from now on, it is said of them [GV177].
  const said: typeof typed = { ...typed, fullName: typed.placeOf ?? typed.fullName };
  const own = FIELDS.flatMap((field) => textIn(said[field]));
  const lines = [typed.lines, typed.items].flatMap((some) => (Array.isArray(some) ? some : []));
  return [
    ...presenceIn(typed.presence),
    ...own,
    ...lines.flatMap(({ title }: { title?: unknown }) => textIn(title)),
    ...dayIn(typed).map((day) => `hạn ${day}`),
  ].join(', ');
}

/** The words of what waits for the network. */
export function wordsOfEntry({ words, input }: Waiting): string {
  return words ?? wordsOf(input);
}

/** The words of a form of a briefing; empty where it holds none of which anybody is told. */
export function wordsOfForm(form: string, kept: unknown): string {
  return form.startsWith(NEW_CONCLUSION) && isWithoutText(kept) ? '' : wordsOf(kept);
}

/** A person and a day without a word of what is to be done are no line, as where somebody emptied its text [GV171]. */
function isWithoutText(kept: unknown): boolean {
  const { text } = (kept ?? {}) as { readonly text?: unknown };
  return textIn(text).length === 0;
}

function textIn(value: unknown): readonly string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

function presenceIn(presence: unknown): readonly string[] {
  return typeof presence === 'string' && presence in PRESENCES
    ? [PRESENCES[presence as keyof typeof PRESENCES].toLowerCase()]
    : [];
}

/** A day as it was typed, or one that was chosen. */
function dayIn({ due, dueOn }: Readonly<Record<string, unknown>>): readonly string[] {
  if (typeof dueOn === 'string') return [formatDate(dueOn as BusinessDate)];
  return textIn(due);
}
