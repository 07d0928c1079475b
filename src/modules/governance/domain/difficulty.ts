/** What a difficulty is about. */
export const DIFFICULTY_ABOUT = { household: 'Một hộ', group: 'Một tổ', matter: 'Việc chung' } as const;

/** One of {@link DIFFICULTY_ABOUT}. */
export type DifficultyAbout = keyof typeof DIFFICULTY_ABOUT;

/** Raised; answered on the spot with the hour; given to somebody with a day [GV6]; or dropped with a reason [GV121]. */
export const DIFFICULTY_STATES = {
  open: 'Chưa trả lời',
  answered: 'Đã trả lời',
  given: 'Đã giao',
  dropped: 'Đã bỏ',
} as const;

/** One of {@link DIFFICULTY_STATES}. */
export type DifficultyState = keyof typeof DIFFICULTY_STATES;

/** Whether nothing more happens to a difficulty: it is answered, or dropped. */
export function isSettled(state: DifficultyState): boolean {
  return state === 'answered' || state === 'dropped';
}

/** `Hộ Nguyễn Văn A`, `Tổ 0026010`: whom a difficulty is about; null for a matter. */
export function nameOfSubject({
  personName,
  groupCode,
}: {
  readonly personName: string | null;
  readonly groupCode: string | null;
}): string | null {
  if (personName !== null) return `Hộ ${personName}`;
  return groupCode === null ? null : `Tổ ${groupCode}`;
}

/** What was said, as whoever it is given to reads it apart from its meeting: whom it is about comes first, unless the words name them. */
export function wordsOfDifficulty(difficulty: {
  readonly text: string;
  readonly personName: string | null;
  readonly groupCode: string | null;
}): string {
  const { text, personName, groupCode } = difficulty;
  const subject = nameOfSubject(difficulty);
  const named = personName ?? groupCode;
  return subject === null || named === null || text.includes(named) ? text : `${subject}: ${text}`;
}
