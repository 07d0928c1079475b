import type { Role } from '../../kernel/role.ts';

/** A made-up person of the demo and the office they hold, by the bank's codes of the sample office. */
export type SamplePerson = {
  readonly fullName: string;
  readonly login: string;
  readonly role: Role;
  /** What the office is of, in words; empty for the administrator. */
  readonly place: string;
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
  { fullName: 'Quản trị (mẫu)', login: 'quantri', role: 'administrator', place: '' },
  { fullName: 'Nguyễn Thu Thủy (mẫu)', login: 'giamdoc', role: 'officeDirector', place: 'PGD Tuy Hòa' },
  { fullName: 'Võ Thanh Hà (mẫu)', login: 'canbo', role: 'creditOfficer', place: 'PGD Tuy Hòa' },
  {
    fullName: 'Lê Minh Toàn (mẫu)',
    login: 'chutich',
    role: 'communeChair',
    place: 'Xã Bình Ngọc',
    communeCode: BINH_NGOC,
  },
  {
    fullName: 'Phan Thị Xuân (mẫu)',
    login: 'chutich.sonxuan',
    role: 'communeChair',
    place: 'Xã Sơn Xuân',
    communeCode: '540102',
  },
  {
    fullName: 'Đinh Công Lợi (mẫu)',
    login: 'chutich.sonlong',
    role: 'communeChair',
    place: 'Xã Sơn Long',
    communeCode: '540103',
  },
  {
    fullName: 'Bùi Hữu Phước (mẫu)',
    login: 'chutich.phulam',
    role: 'communeChair',
    place: 'Phường Phú Lâm',
    communeCode: '540104',
  },
  {
    fullName: 'Trần Thị Mai (mẫu)',
    login: 'phunu',
    role: 'associationHead',
    place: 'Hội Phụ nữ, Xã Bình Ngọc',
    communeCode: BINH_NGOC,
    associationCode: '12',
  },
  {
    fullName: 'Hồ Văn Nông (mẫu)',
    login: 'nongdan',
    role: 'associationHead',
    place: 'Hội Nông dân, Xã Bình Ngọc',
    communeCode: BINH_NGOC,
    associationCode: '11',
  },
  {
    fullName: 'Lý Đức Trung (mẫu)',
    login: 'totruong',
    role: 'groupLeader',
    place: 'Tổ 0026000, Xã Bình Ngọc',
    communeCode: BINH_NGOC,
    groupCode: '0026000',
  },
  {
    fullName: 'Trưởng thôn Ngọc Lãng (mẫu)',
    login: 'truongthon',
    role: 'villageHead',
    place: 'Thôn Ngọc Lãng, Xã Bình Ngọc',
    communeCode: BINH_NGOC,
    villageCode: '54010101',
  },
  {
    fullName: 'Công an xã Bình Ngọc (mẫu)',
    login: 'congan',
    role: 'communePolice',
    place: 'Xã Bình Ngọc',
    communeCode: BINH_NGOC,
  },
  {
    fullName: 'Thành viên Ban đại diện (mẫu)',
    login: 'bandaidien',
    role: 'committeeReader',
    place: 'PGD Tuy Hòa',
  },
];
