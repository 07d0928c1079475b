import type { Id } from '../../../kernel/ids.ts';
import { addTaskFile } from '../../../modules/governance/contract.ts';
import { throwOf } from './chance.ts';
import type { Town } from './commune-facts.ts';
import { isSeenOnSite } from './reports.ts';
import { samplePhoto } from './sample-photo.ts';
import { answererOf, seedOf, type Task } from './tasks-at-hand.ts';

/** Of so many reports about something that can be seen one brings a photo. */
const REPORTS_TO_A_PHOTO = 5;

/** Sends the photo of a report before it; of most there is none. */
export async function photosOf(town: Town, task: Task): Promise<Id[]> {
  const { hands } = town;
  const { communeId, taskId, text } = task;
  if (!isSeenOnSite(text) || throwOf(REPORTS_TO_A_PHOTO, seedOf(task), 'photo') > 0) return [];
  const fileId = hands.newId();
  const photo = await samplePhoto(seedOf(task));
  await hands.act(answererOf(town, task), addTaskFile, { communeId, taskId, fileId }, [photo]);
  return [fileId];
}
