import { useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { orderTalkingPoints } from '../../../../modules/governance/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import type { BriefingFigures, Within } from './briefing.ts';
import { inOrderOf, withOneUp } from './point-order.ts';
import { sentenceOf } from './point-sentence.ts';
import { useSentLater } from './use-sent-later.ts';

type Point = BriefingFigures['points'][number];

/** The points that are raised, as they are once what was pressed is done. */
export type RaisedPoints = {
  readonly keys: readonly string[];
  /** Moves one a place up; undefined where it is the first. */
  readonly upOf: (key: string) => (() => void) | undefined;
  readonly drop: (point: Point) => void;
  /** What dropping or moving was refused with. */
  readonly error: unknown;
};

/**
 * The points that are raised, in their order. One that is dropped is gone and one that is moved stands in its new place at once: what
 * is pressed next is meant for what stood there after that, and not for what the server still said.
 */
export function useRaisedPoints(figures: BriefingFigures, within: Within): RaisedPoints {
  const order = useCommand(orderTalkingPoints);
  const write = useSentLater('writeTalkingPoint');
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const standing = figures.points.filter(({ key, isDropped }) => !isDropped && !leaving.includes(key));
  const keys = inOrderOf(
    asked,
    standing.map(({ key }) => key),
  );
  const move = async (moved: readonly string[]) => {
    setAsked(moved);
    await order.run({ ...within, keys: [...moved] });
    setAsked((latest) => (latest === moved ? [] : latest));
  };
  const drop = async (point: Point) => {
    const { key, ownText, version: baseVersion } = point;
    setLeaving((all) => [...all, key]);
    await write.run({
      ...within,
      key,
      ownText,
      preparedText: ownText === null ? null : sentenceOf(point),
      isDropped: true,
      baseVersion,
      changeId: crypto.randomUUID() as Id,
    });
    setLeaving((all) => all.filter((one) => one !== key));
  };
  return {
    keys,
    upOf: (key) => {
      const moved = withOneUp(keys, key);
      return moved === undefined ? undefined : () => void move(moved);
    },
    drop: (point) => void drop(point),
    error: order.error ?? write.error,
  };
}
