/** What people wrote in a briefing that is not held and that the one prepared again goes on from [GV185], as the page calls it. */
export const KEPT_PARTS = {
  points: 'điểm cần nêu',
  agenda: 'chương trình',
  hour: 'giờ giao ban',
  bring: 'thứ cần mang theo',
  guests: 'người mời thêm',
} as const;

/** One of {@link KEPT_PARTS}. */
export type KeptPart = keyof typeof KEPT_PARTS;
