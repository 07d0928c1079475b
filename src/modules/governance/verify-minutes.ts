import type { Id } from '../../kernel/ids.ts';
import { auditedCommunes, subjectsNoted } from '../../platform/audit/verify-audit.ts';
import type { Database, Tx } from '../../platform/db/database.ts';
import { SYSTEM_SCOPE } from '../../platform/db/scope.ts';
import { selectClosedBriefings, selectMinutes } from './db/minutes.ts';
import { minutesNumberText } from './domain/minutes.ts';
import { isAltered } from './minutes-hash.ts';

/** What can be wrong with closed minutes, and how it is told. */
export const MINUTES_PROBLEMS = {
  changed: 'nội dung đã bị sửa, không khớp mã kiểm tra của chính nó',
  otherHash: 'mã kiểm tra không phải mã mà nhật ký ghi khi kết thúc',
  missing: 'nhật ký ghi đã kết thúc nhưng không còn biên bản',
} as const;

/** Minutes that are not what closing fixed [GV10]. */
export type WrongMinutes = {
  readonly communeId: Id;
  readonly briefingId: string;
  /** `02/2027`. */
  readonly number: string;
  readonly problem: keyof typeof MINUTES_PROBLEMS;
};

/** What closing noted in the audit trail. */
type Noted = {
  readonly briefing: string;
  readonly minutesNumber: number;
  readonly minutesYear: number;
  readonly minutesHash: string;
};

/** Recomputes the hash of all closed minutes and holds it against the one that the audit trail noted [GV10]. */
export async function verifyMinutes(
  database: Database,
): Promise<{ readonly minutes: number; readonly wrong: readonly WrongMinutes[] }> {
  const communeIds = await database.read(SYSTEM_SCOPE, auditedCommunes);
  const wrong: WrongMinutes[] = [];
  let minutes = 0;
  for (const communeId of communeIds) {
    const scope = { ...SYSTEM_SCOPE, communeIds: [communeId] };
    const found = await database.read(scope, (tx) => verifyCommune(tx, communeId));
    minutes += found.minutes;
    wrong.push(...found.wrong);
  }
  return { minutes, wrong };
}

async function verifyCommune(
  tx: Tx,
  communeId: Id,
): Promise<{ readonly minutes: number; readonly wrong: WrongMinutes[] }> {
  const noted = await subjectsNoted(tx, communeId, 'minutesHash');
  const left = new Map((noted as Noted[]).map((one) => [one.briefing, one]));
  const wrong: WrongMinutes[] = [];
  const briefingIds = await selectClosedBriefings(tx, communeId);
  for (const briefingId of briefingIds) {
    const minutes = await selectMinutes(tx, communeId, briefingId);
    if (minutes === undefined) continue;
    const { year, hash } = minutes;
    const number = minutesNumberText(minutes.number, year);
    if (isAltered(minutes)) wrong.push({ communeId, briefingId, number, problem: 'changed' });
    else if (left.get(briefingId)?.minutesHash !== hash)
      wrong.push({ communeId, briefingId, number, problem: 'otherHash' });
    left.delete(briefingId);
  }
  for (const { briefing, minutesNumber, minutesYear } of left.values()) {
    const number = minutesNumberText(minutesNumber, minutesYear);
    wrong.push({ communeId, briefingId: briefing, number, problem: 'missing' });
  }
  return { minutes: briefingIds.length, wrong };
}
