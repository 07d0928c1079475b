/** Where the page of a briefing has its difficulties, for the numbers that open them. */
export const DIFFICULTIES_ID = 'kho-khan';

/** Where it has the conclusions of the briefing before. */
export const BEFORE_ID = 'lan-truoc';

/** Where it has its conclusions. */
export const CONCLUSIONS_ID = 'ket-luan';

/** Where one conclusion stands. */
export const conclusionLineId = (conclusionId: string): string => `${CONCLUSIONS_ID}-${conclusionId}`;

/** The button that opens the form of a conclusion in its place. */
export const conclusionEditId = (conclusionId: string): string => `sua-${conclusionLineId(conclusionId)}`;
