/**
 * The papers of a briefing [GV60], in the order in which a month needs them: what each is called on screen, the name
 * its files begin with, and whether it is made of what the meeting concluded and so a draft until that is fixed.
 */
export const PAPER_KINDS = {
  invitation: { title: 'Giấy mời', fileName: 'Giấy mời giao ban', isOfMeeting: false },
  minutes: { title: 'Biên bản giao ban', fileName: 'Biên bản giao ban', isOfMeeting: true },
  conclusions: { title: 'Thông báo kết luận', fileName: 'Thông báo kết luận giao ban', isOfMeeting: true },
  assignment: { title: 'Phiếu giao việc', fileName: 'Phiếu giao việc', isOfMeeting: true },
  results: {
    title: 'Báo cáo kết quả thực hiện',
    fileName: 'Báo cáo kết quả thực hiện kết luận',
    isOfMeeting: false,
  },
} as const;

/** One of {@link PAPER_KINDS}. */
export type PaperKind = keyof typeof PAPER_KINDS;

/** The kinds in their order. */
export const PAPER_KIND_NAMES = Object.keys(PAPER_KINDS) as [PaperKind, ...PaperKind[]];

/** Papers whose number a person takes from the register of outgoing papers; minutes get theirs by closing [GV10]. */
export const NUMBERED_BY_HAND = ['invitation', 'conclusions', 'assignment', 'results'] as const;

/** One of {@link NUMBERED_BY_HAND}. */
export type NumberedKind = (typeof NUMBERED_BY_HAND)[number];

/** The files a paper comes as. */
export const PAPER_FORMATS = {
  pdf: { title: 'PDF', mediaType: 'application/pdf' },
  docx: {
    title: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const;

/** One of {@link PAPER_FORMATS}. */
export type PaperFormat = keyof typeof PAPER_FORMATS;

/** The formats in their order. */
export const PAPER_FORMAT_NAMES = Object.keys(PAPER_FORMATS) as [PaperFormat, ...PaperFormat[]];

/** In which forms an invitation is made: one paper with the list of all, one for each, or both behind each other. */
export const INVITATION_FORMS = ['list', 'each', 'both'] as const;

/** One of {@link INVITATION_FORMS}. */
export type InvitationForm = (typeof INVITATION_FORMS)[number];
