import { isId } from '../../kernel/ids.ts';
import { implement, type ModuleRoutes } from '../../platform/http/implement.ts';
import type { JobHandler } from '../../platform/jobs/run-job.ts';
import { addFiles } from './add-files.ts';
import { answerQuestions } from './answer-questions.ts';
import * as operations from './contract.ts';
import { createBatch } from './create-batch.ts';
import { discardBatch } from './discard-batch.ts';
import { getBatch } from './get-batch.ts';
import { listBatches } from './list-batches.ts';
import { listFaults } from './list-faults.ts';
import { readAgain } from './read-again.ts';
import { readBatch } from './read-batch.ts';
import { ALL_REFUSALS } from './refusal-texts.ts';
import { removeFile } from './remove-file.ts';
import { removeUnusedFiles } from './remove-unused-files.ts';
import { READ_BATCH } from './start-reading.ts';

/** Importing the bank's files up to the preview. */
export const extractsRoutes: ModuleRoutes = {
  implementations: [
    // A batch belongs to an office; where the office has no communes yet, the system's chain takes the audit entry.
    implement(operations.createBatch, createBatch, { runsAs: 'system' }),
    implement(operations.addFiles, addFiles, { runsAs: 'system' }),
    implement(operations.removeFile, removeFile, { runsAs: 'system' }),
    implement(operations.removeUnusedFiles, removeUnusedFiles, { runsAs: 'system' }),
    implement(operations.readAgain, readAgain, { runsAs: 'system' }),
    implement(operations.answerQuestions, answerQuestions, { runsAs: 'system' }),
    implement(operations.discardBatch, discardBatch, { runsAs: 'system' }),
    implement(operations.getBatch, getBatch),
    implement(operations.listBatches, listBatches),
    implement(operations.listFaults, listFaults),
  ],
  refusals: ALL_REFUSALS,
};

/** Reads batches in the background. */
export const readBatchJob: JobHandler = {
  task: READ_BATCH,
  run: async ({ batchId }, { platform, caller, signal, progress }) => {
    if (typeof batchId !== 'string' || !isId(batchId)) throw new Error('a reading job without a batch');
    await progress({ done: 0, total: null, message: 'Đang mở các tệp của đợt nhập' });
    try {
      await readBatch(platform, { caller, batchId, signal, progress });
      return 'done';
    } catch (error) {
      // The thread was ended because somebody asked for it; nothing was written.
      if (signal.aborted) return 'stopped';
      throw error;
    }
  },
};
