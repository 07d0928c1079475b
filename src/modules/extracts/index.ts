/**
 * The door of the bank's files. A batch that is `ready` lies in the tables `extracts.staged_*`, which the portfolio
 * reads in its own transaction; RULES.md says what each holds.
 */
export { allFaults, type FaultLine, faultTitles } from './all-faults.ts';
export { cleanFileContents, cleanStagedRows } from './clean-batches.ts';
export { createBatch } from './create-batch.ts';
export { lockBatch } from './db/batches.ts';
export { discardBatch } from './discard-batch.ts';
export { BATCH_STATES, type BatchState } from './domain/batch-states.ts';
export { FAULTS } from './domain/faults.ts';
export { getBatch } from './get-batch.ts';
export { officeForFiles } from './office-for-files.ts';
export { readBatch } from './read-batch.ts';
export { ALL_REFUSALS as EXTRACTS_REFUSALS } from './refusal-texts.ts';
export { extractsRoutes, readBatchJob } from './routes.ts';
