import type { OutputOf } from '../../../../kernel/contract.ts';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { showGroup } from '../../../../modules/groups/contract.ts';
import type { Me } from '../../session.tsx';

/** One group with its board, members, entries and scores. */
export type GroupFile = OutputOf<typeof showGroup>;

/** Which group is looked at, and at which data date. */
export type At = {
  readonly communeId: Me['communes'][number]['id'];
  readonly communeCode: string;
  readonly groupCode: string;
  /** The data date looked at; the newest when there is none. */
  readonly asked: BusinessDate | undefined;
};

/** The score of the data date looked at, or the last one before it: a group is not scored every month. */
export function scoreAt(
  file: GroupFile,
  asked: BusinessDate | undefined,
): GroupFile['scores'][number] | undefined {
  return file.scores.find((score) => asked === undefined || score.dataDate <= asked);
}
