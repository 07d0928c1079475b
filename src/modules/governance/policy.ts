import { permission } from '../../kernel/role.ts';

/** The bank's session team of the office that serves the commune. */
const BANK = { officeDirector: 'office', creditOfficer: 'office' } as const;

/** Who answers for credit in a commune: the bank and the chair. */
const BANK_AND_CHAIR = { ...BANK, communeChair: 'commune' } as const;

/** Everybody who is asked to a briefing, each about the whole commune. */
const EVERYBODY_ASKED = {
  ...BANK_AND_CHAIR,
  associationHead: 'commune',
  groupLeader: 'commune',
  villageHead: 'commune',
  communePolice: 'commune',
} as const;

/** The same people, each about the part of the commune that is theirs. */
const EACH_ITS_PART = {
  ...EVERYBODY_ASKED,
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
} as const;

/** Read the briefings of a commune: everybody who is asked to them. Difficulties of others are not among it [GV7]. */
export const readBriefings = permission('governance.readBriefings', EVERYBODY_ASKED);

/** See the figures and points prepared for a briefing: the bank and the chair. */
export const readBriefingFigures = permission('governance.readBriefingFigures', BANK_AND_CHAIR);

/** Prepare a briefing, lead it through its agenda, say who came, close it: the bank's session team. */
export const holdBriefing = permission('governance.holdBriefing', BANK);

/** Write in a briefing: conclusions, answers to difficulties. The chair of the commune attends and may give directives. */
export const recordInBriefing = permission('governance.recordInBriefing', BANK_AND_CHAIR);

/** Supplement closed minutes: the bank's session team, and the chair of the commune where he chaired [GV123]. */
export const supplementMinutes = permission('governance.supplementMinutes', BANK_AND_CHAIR);

/** Raise a difficulty, in the meeting or beforehand: whoever meets one. */
export const raiseDifficulty = permission('governance.raiseDifficulty', EVERYBODY_ASKED);

/** See the agenda that new briefings of an office begin with: those who hold them. */
export const readAgendaTemplate = permission('governance.readAgendaTemplate', BANK);

/** Decide what new briefings of an office begin with: its director. */
export const writeAgendaTemplate = permission('governance.writeAgendaTemplate', {
  officeDirector: 'office',
});

/** Read and take away the papers of a briefing: the bank and the chair. Minutes tell every difficulty [GV7]. */
export const readPapers = permission('governance.readPapers', BANK_AND_CHAIR);

/** Give directives: the chair's orders; the bank writes down resolutions of the committee [GV30]. */
export const giveDirectives = permission('governance.giveDirectives', BANK_AND_CHAIR);

/** Write down the number a paper got in the register of outgoing papers: whoever sends papers out. */
export const numberPapers = permission('governance.numberPapers', BANK_AND_CHAIR);

/** See every task of a commune, by actor: the bank and the chair [GV39]. */
export const overseeTasks = permission('governance.overseeTasks', BANK_AND_CHAIR);

/** Write the templates of an office's papers: its director, or the administrator, who sees no person's data in them. */
export const editTemplates = permission('governance.editTemplates', {
  administrator: 'system',
  officeDirector: 'office',
});

/** Accept and return reports, hand tasks over, take them back: who gave them [GV36]. */
export const judgeTasks = permission('governance.judgeTasks', BANK_AND_CHAIR);

/** Read tasks: the bank and the chair every one, a narrower office those of its own seat, by row-level security [GV39]. */
export const readTasks = permission('governance.readTasks', EACH_ITS_PART);

/** Answer tasks: each office its own, bank and chair write down what another told them [GV35]. */
export const answerTasks = permission('governance.answerTasks', EACH_ITS_PART);
