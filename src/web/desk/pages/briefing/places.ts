/** Where the page of a briefing has its difficulties, for the numbers that open them. */
export const DIFFICULTIES_ID = 'kho-khan';

/** Where it has the conclusions of the briefing before. */
export const BEFORE_ID = 'lan-truoc';

/** Where it has its conclusions. */
export const CONCLUSIONS_ID = 'ket-luan';
