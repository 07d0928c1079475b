import { permission } from '../../kernel/role.ts';

/** Read the briefings of a commune: everybody who is asked to them. Difficulties of others are not among it [GV7]. */
export const readBriefings = permission('governance.readBriefings', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'commune',
  groupLeader: 'commune',
  villageHead: 'commune',
  communePolice: 'commune',
});

/** See the figures and points prepared for a briefing: the bank and the chair. */
export const readBriefingFigures = permission('governance.readBriefingFigures', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** Prepare a briefing, lead it through its agenda, say who came, close it: the bank's session team. */
export const holdBriefing = permission('governance.holdBriefing', {
  officeDirector: 'office',
  creditOfficer: 'office',
});

/** Write in a briefing: conclusions, answers to difficulties. The chair of the commune attends and may give directives. */
export const recordInBriefing = permission('governance.recordInBriefing', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** Raise a difficulty, in the meeting or beforehand: whoever meets one. */
export const raiseDifficulty = permission('governance.raiseDifficulty', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'commune',
  groupLeader: 'commune',
  villageHead: 'commune',
  communePolice: 'commune',
});

/** See the agenda that new briefings of an office begin with: those who hold them. */
export const readAgendaTemplate = permission('governance.readAgendaTemplate', {
  officeDirector: 'office',
  creditOfficer: 'office',
});

/** Decide what new briefings of an office begin with: its director. */
export const writeAgendaTemplate = permission('governance.writeAgendaTemplate', {
  officeDirector: 'office',
});

/** Read and take away the papers of a briefing: the bank and the chair. Minutes tell every difficulty [GV7]. */
export const readPapers = permission('governance.readPapers', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** Give directives: the chair's orders; the bank writes down resolutions of the committee [GV30]. */
export const giveDirectives = permission('governance.giveDirectives', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** Write down the number a paper got in the register of outgoing papers: whoever sends papers out. */
export const numberPapers = permission('governance.numberPapers', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** See every task of a commune, by actor: the bank and the chair [GV39]. */
export const overseeTasks = permission('governance.overseeTasks', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** Write the templates of an office's papers: its director, or the administrator, who sees no person's data in them. */
export const editTemplates = permission('governance.editTemplates', {
  administrator: 'system',
  officeDirector: 'office',
});

/** Accept and return reports, hand tasks over, take them back: who gave them [GV36]. */
export const judgeTasks = permission('governance.judgeTasks', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});

/** Read tasks: the bank and the chair every one, a narrower office those of its own seat, by row-level security [GV39]. */
export const readTasks = permission('governance.readTasks', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
  communePolice: 'commune',
});

/** Answer tasks: each office its own [GV35]. */
export const answerTasks = permission('governance.answerTasks', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'association',
  groupLeader: 'group',
  villageHead: 'village',
  communePolice: 'commune',
});
