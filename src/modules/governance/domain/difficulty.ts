/** What a difficulty is about. */
export const DIFFICULTY_ABOUT = { household: 'Một hộ', group: 'Một tổ', matter: 'Việc chung' } as const;

/** One of {@link DIFFICULTY_ABOUT}. */
export type DifficultyAbout = keyof typeof DIFFICULTY_ABOUT;

/** Raised; answered on the spot with the hour; or given to somebody with a day [GV6]. */
export const DIFFICULTY_STATES = { open: 'Chưa trả lời', answered: 'Đã trả lời', given: 'Đã giao' } as const;

/** One of {@link DIFFICULTY_STATES}. */
export type DifficultyState = keyof typeof DIFFICULTY_STATES;
