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
