import type { Id } from '../../kernel/ids.ts';
import { MINUTES_PROBLEMS, verifyMinutes, type WrongMinutes } from '../../modules/governance/index.ts';
import { areaNames } from '../../modules/registry/index.ts';
import { AUDIT_PROBLEMS, type BrokenEntry, verifyAudit } from '../../platform/audit/verify-audit.ts';
import type { Platform } from '../../platform/command.ts';
import { NO_SCOPE } from '../../platform/db/scope.ts';
import type { Command } from '../command.ts';

/**
 * `audit verify`: recomputes the audit trail and names the first broken entry of each chain [AU6], and holds closed minutes
 * against the hash that it noted of them [GV10].
 */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: '',
  summary: 'Tính lại nhật ký kiểm tra và mã của các biên bản, chỉ ra chỗ đầu tiên bị sửa.',
  options: [],
  run: async ({ open }) => {
    const { platform } = await open();
    const { chains, entries, broken } = await verifyAudit(platform.database);
    const { minutes, wrong } = await verifyMinutes(platform.database);
    const named = await namesOf(platform, [...broken, ...wrong]);
    const sum = `${entries} bản ghi trong ${chains} chuỗi`;
    const ofTrail = broken.length === 0 ? `Nhật ký nguyên vẹn: ${sum}.` : `Nhật ký bị sai (${sum}):`;
    const ofMinutes =
      wrong.length === 0 ? `Biên bản nguyên vẹn: ${minutes}.` : `Biên bản bị sai (trong ${minutes}):`;
    return {
      json: { chains, entries, broken, minutes, wrongMinutes: wrong },
      text: [
        ofTrail,
        ...broken.map((one) => describe(one, named)),
        ofMinutes,
        ...wrong.map((one) => describeMinutes(one, named)),
      ].join('\n'),
      isBad: broken.length > 0 || wrong.length > 0,
    };
  },
};

/** The chains of communes by their names; of another, or of a commune that is gone, the id. */
async function namesOf(
  { database, clock }: Platform,
  found: readonly { readonly communeId: Id }[],
): Promise<(communeId: Id) => string> {
  const ids = [...new Set(found.map(({ communeId }) => communeId))];
  const names = await database.read(NO_SCOPE, (tx) => areaNames(tx, ids, clock.today()));
  return (communeId) => names.get(communeId) ?? communeId;
}

function describe({ communeId, sequence, problem }: BrokenEntry, named: (communeId: Id) => string): string {
  return `- chuỗi ${named(communeId)}, bản ghi ${sequence}: ${AUDIT_PROBLEMS[problem]}`;
}

function describeMinutes(
  { communeId, number, problem }: WrongMinutes,
  named: (communeId: Id) => string,
): string {
  return `- ${named(communeId)}, biên bản số ${number}: ${MINUTES_PROBLEMS[problem]}`;
}
