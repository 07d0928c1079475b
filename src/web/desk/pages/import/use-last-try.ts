import { readJob } from '../../../../platform/jobs/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import type { Batch } from './batch-state.ts';

/** How a publication that was asked for before ended without having written anything. */
export type LastTry = { readonly state: 'cancelled' | 'failed'; readonly message: string };

/** What became of the publication of a batch that is ready again: it was stopped, or it failed; null when it was not tried. */
export function useLastTry({ state, publishJobId, batchId }: Batch): LastTry | null {
  const wasTried = state === 'ready' && publishJobId !== null;
  const { data } = useQuestion(readJob, { id: publishJobId ?? batchId }, { enabled: wasTried });
  if (!wasTried || data?.id !== publishJobId) return null;
  if (data.state !== 'cancelled' && data.state !== 'failed') return null;
  return { state: data.state, message: data.message ?? '' };
}
