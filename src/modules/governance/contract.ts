/** Operations of briefings, each once, as a value. */
export * from './contract-agenda.ts';
export * from './contract-briefing.ts';
export * from './contract-conclusions.ts';
export * from './contract-difficulties.ts';
export * from './contract-directives.ts';
export * from './contract-figures.ts';
export * from './contract-holding.ts';
export * from './contract-invitations.ts';
export * from './contract-oversight.ts';
export * from './contract-papers.ts';
export * from './contract-results.ts';
export * from './contract-task-files.ts';
export * from './contract-task-steps.ts';
export * from './contract-tasks.ts';
export * from './contract-templates.ts';
