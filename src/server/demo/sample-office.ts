import type { Id } from '../../kernel/ids.ts';
import type { Office } from '../../modules/registry/index.ts';
import type { SampleHours } from '../../modules/sessions/index.ts';

/** The office the demo's files are of. */
export const SAMPLE_OFFICE: Office = {
  officeId: '00000000-0000-8000-8100-000000004820' as Id,
  bankCode: '004820',
  branchCode: '005420',
  name: 'PGD Tuy Hòa (dữ liệu mẫu)',
};

/** Hours and places of the sample points by their code: the bank's files do not carry them, people enter them. */
export const SAMPLE_HOURS: SampleHours = {
  TXN054010101: { startsAt: '07:30', endsAt: '10:30', place: 'UBND xã Bình Ngọc' },
  TXN054010201: { startsAt: '08:00', endsAt: '11:00', place: 'UBND xã Sơn Xuân' },
  TXN054010301: { startsAt: '13:30', endsAt: '16:30', place: 'UBND xã Sơn Long' },
  TXN054010302: { startsAt: '07:30', endsAt: '10:00', place: 'Nhà văn hóa Vân Hòa' },
  TXN054010401: { startsAt: '07:30', endsAt: '11:00', place: 'UBND phường Phú Lâm' },
};
