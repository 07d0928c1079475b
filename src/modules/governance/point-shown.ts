import type { z } from 'zod';
import type { OtherPoint, PointWriter } from './db/talking-points.ts';
import type { talkingPoint } from './domain/point-shapes.ts';

type TalkingPoint = z.output<typeof talkingPoint>;

/** A point with who wrote it and the versions that wait for a choice [GV80], as the contract shows it. */
export function pointShown(
  point: TalkingPoint,
  touched: readonly (PointWriter & { readonly key: string })[],
  conflicts: readonly OtherPoint[],
): TalkingPoint {
  const standing = touched.find(({ key }) => key === point.key);
  const others = conflicts
    .filter(({ key }) => key === point.key)
    .map(({ id: versionId, ownText, isDropped, writtenByName, writtenAt }) => ({
      versionId,
      ownText,
      isDropped,
      writtenByName: writtenByName ?? '',
      writtenAt: writtenAt.toISOString(),
    }));
  return { ...point, writtenByName: standing?.writtenByName ?? null, others };
}
