import { AUDIT_PROBLEMS, type BrokenEntry, verifyAudit } from '../../platform/audit/verify-audit.ts';
import type { Command } from '../command.ts';

/** `audit verify`: recomputes the audit trail and names the first broken entry of each chain [AU6]. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: '',
  summary: 'Tính lại nhật ký kiểm tra và chỉ ra bản ghi đầu tiên bị sai.',
  options: [],
  run: async ({ open }) => {
    const { platform } = await open();
    const { chains, entries, broken } = await verifyAudit(platform.database);
    const sum = `${entries} bản ghi trong ${chains} chuỗi`;
    const verdict = broken.length === 0 ? `Nhật ký nguyên vẹn: ${sum}.` : `Nhật ký bị sai (${sum}):`;
    return {
      json: { chains, entries, broken },
      text: [verdict, ...broken.map(describe)].join('\n'),
      isBad: broken.length > 0,
    };
  },
};

function describe({ communeId, sequence, problem }: BrokenEntry): string {
  return `- chuỗi ${communeId}, bản ghi ${sequence}: ${AUDIT_PROBLEMS[problem]}`;
}
