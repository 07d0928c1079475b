/** Policies that a first page names; there are more only where a catalogue is written anew. */
export const MOST_POLICY_NEWS = 50;

/** How many characters people may type into a field: contracts refuse more, forms stop there or say what is too much. */
export const LONGEST = {
  agendaTitle: 200,
  agendaNote: 1000,
  ownPoint: 500,
  conclusion: 2000,
  difficulty: 1000,
  answer: 1000,
  /** Why a difficulty is dropped. */
  dropReason: 500,
  addendum: 4000,
  addendumReason: 500,
  /** What those who come bring along. */
  bring: 500,
  personName: 100,
  capacity: 200,
  /** Of somebody on a list as the screen shows them: lists of the bank bound neither names nor titles. */
  shownName: 500,
  /** Of a body without an office in the commune. */
  bodyName: 200,
  /** Who said something, where another wrote it down: a name with its office. */
  teller: 200,
  /** Why somebody is away. */
  presenceNote: 200,
  phone: 30,
  directive: 2000,
  legalGround: 500,
  measure: 500,
  paperNumber: 100,
  paperIssuer: 200,
  report: 2000,
  /** Why a task is given back, handed over or cancelled. */
  taskReason: 1000,
  /** Why a briefing is not held. */
  cancelReason: 1000,
} as const;

/** The most items of an agenda. */
export const MOST_AGENDA_ITEMS = 30;

/** The longest item of an agenda, in minutes. */
export const MOST_AGENDA_MINUTES = 240;
