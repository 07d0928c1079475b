import type { Role } from '../../kernel/role.ts';

/** A made-up person of the demo and the office they hold, by the bank's codes of the sample office. */
export type SamplePerson = {
  readonly fullName: string;
  readonly login: string;
  readonly role: Role;
  readonly communeCode?: string;
  readonly associationCode?: string;
  readonly villageCode?: string;
  readonly groupCode?: string;
};

/** What every sample person signs in with; shown at the start and on the sign-in page of the demo. */
export const SAMPLE_PASSWORD = 'giao-ban-mau-2026';

/** The first commune of the sample office: most sample people work there. */
const BINH_NGOC = '540101';

/**
 * One person for every role, and a chair for each commune. None of them exists: the accounts are marked as samples and
 * the screens say so.
 */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { fullName: 'Quản trị (mẫu)', login: 'quantri', role: 'administrator' },
  { fullName: 'Nguyễn Thu Thủy (mẫu)', login: 'giamdoc', role: 'officeDirector' },
  { fullName: 'Võ Thanh Hà (mẫu)', login: 'canbo', role: 'creditOfficer' },
  { fullName: 'Lê Minh Toàn (mẫu)', login: 'chutich', role: 'communeChair', communeCode: BINH_NGOC },
  { fullName: 'Phan Thị Xuân (mẫu)', login: 'chutich.sonxuan', role: 'communeChair', communeCode: '540102' },
  { fullName: 'Đinh Công Lợi (mẫu)', login: 'chutich.sonlong', role: 'communeChair', communeCode: '540103' },
  { fullName: 'Bùi Hữu Phước (mẫu)', login: 'chutich.phulam', role: 'communeChair', communeCode: '540104' },
  {
    fullName: 'Trần Thị Mai (mẫu)',
    login: 'phunu',
    role: 'associationHead',
    communeCode: BINH_NGOC,
    associationCode: '12',
  },
  {
    fullName: 'Hồ Văn Nông (mẫu)',
    login: 'nongdan',
    role: 'associationHead',
    communeCode: BINH_NGOC,
    associationCode: '11',
  },
  {
    fullName: 'Tổ trưởng tổ 0026000 (mẫu)',
    login: 'totruong',
    role: 'groupLeader',
    communeCode: BINH_NGOC,
    groupCode: '0026000',
  },
  {
    fullName: 'Trưởng thôn Ngọc Lãng (mẫu)',
    login: 'truongthon',
    role: 'villageHead',
    communeCode: BINH_NGOC,
    villageCode: '54010101',
  },
  { fullName: 'Công an xã Bình Ngọc (mẫu)', login: 'congan', role: 'communePolice', communeCode: BINH_NGOC },
  { fullName: 'Thành viên Ban đại diện (mẫu)', login: 'bandaidien', role: 'committeeReader' },
];
