import type { ReactElement } from 'react';
import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Briefing } from './briefing.ts';

type Difficulty = Briefing['difficulties'][number];
type Props<Field extends keyof Difficulty> = {
  readonly difficulty: Pick<Difficulty, Field>;
  readonly communeCode: string;
};

/** `, từ giao ban ngày 23/11/2026`: where a difficulty was raised that its meeting left unanswered [GV120]; of others nothing. */
export function CarriedSince({
  difficulty: { carriedFrom, carriedSince },
  communeCode,
}: Props<'carriedFrom' | 'carriedSince'>): ReactElement | null {
  if (carriedFrom === null || carriedSince === null) return null;
  return (
    <span className="in-text">
      {' '}
      từ{' '}
      <AppLink href={paths.briefing(communeCode, carriedFrom)}>
        giao ban ngày {formatDate(carriedSince)}
      </AppLink>
    </span>
  );
}

/**
 * `; chờ giao ban tới của điểm Vân Hòa (19/01/2027)`: which point's next briefing takes it, with its day where that is known [GV277]; of a
 * commune of one point, and of what was raised beforehand, nothing.
 */
export function awaitsWords(
  { awaits }: { readonly awaits: { readonly pointCode: string; readonly pointName: string } | null },
  coming: readonly { readonly pointCode: string; readonly heldOn: BusinessDate }[],
): string {
  if (awaits === null) return '';
  const next = coming.find(({ pointCode }) => pointCode === awaits.pointCode);
  return `; chờ giao ban tới của điểm ${awaits.pointName}${next ? ` (${formatDate(next.heldOn)})` : ''}`;
}

/** What has become of it since, in the meeting where it is. */
const THERE = {
  open: 'Đưa sang',
  answered: 'Đã trả lời ở',
  given: 'Đã giao ở',
  dropped: 'Đã bỏ ở',
} as const;

/** The same while no meeting has it. */
const WAITING = {
  open: 'Chờ giao ban tới của điểm này.',
  answered: 'Đã trả lời khi chờ giao ban tới.',
  given: 'Đã giao khi chờ giao ban tới.',
  dropped: 'Đã bỏ khi chờ giao ban tới.',
} as const;

/** Where a closed meeting's unanswered difficulty is now [GV120]; of others nothing. */
export function CarriedTo({
  difficulty: { carriedTo },
  communeCode,
}: Props<'carriedTo'>): ReactElement | null {
  if (carriedTo === null) return null;
  const { briefingId, metOn, state } = carriedTo;
  return (
    <span className="lines-measure small dim in-text">
      {briefingId === null || metOn === null ? (
        WAITING[state]
      ) : (
        <>
          {THERE[state]}{' '}
          <AppLink href={paths.briefing(communeCode, briefingId)}>giao ban ngày {formatDate(metOn)}</AppLink>.
        </>
      )}
    </span>
  );
}
