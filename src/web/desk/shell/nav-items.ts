import type { Operation } from '../../../kernel/contract.ts';
import {
  listBriefings,
  listDirectives,
  listMyTasks,
  listTemplates,
} from '../../../modules/governance/contract.ts';
import { listGroups } from '../../../modules/groups/contract.ts';
import { listUsers } from '../../../modules/identity/contract.ts';
import { listLoans, publishImport, showSummary } from '../../../modules/portfolio/contract.ts';
import { listProgrammes, listRules } from '../../../modules/programmes/contract.ts';
import { search, showAreaRegister } from '../../../modules/registry/contract.ts';
import { listSessions } from '../../../modules/sessions/contract.ts';
import type { IconName } from '../../shared/components/icon.tsx';
import { paths } from '../paths.ts';

/** A page in the navigation. */
export type Item = {
  readonly href: string;
  readonly text: string;
  readonly icon: IconName;
  /** Shown to offices that may ask this. */
  readonly needs: Operation;
  /** Addresses below which this item is the current one. */
  readonly below: readonly string[];
  readonly count?: number | undefined;
  /** The same page of one commune, where the page is of one at a time. */
  readonly ofCommune?: (code: string) => string;
};

/** The pages, those of the month's work before the registers. */
export const ITEMS: readonly (readonly Item[])[] = [
  [
    {
      href: paths.home,
      text: 'Tháng này',
      icon: 'home',
      needs: showSummary,
      below: ['/xa', '/pgd', '/kiem-tra-lai'],
    },
    { href: paths.imports, text: 'Nhập số liệu', icon: 'download', needs: publishImport, below: ['/nhap'] },
    { href: paths.lists(), text: 'Danh sách', icon: 'table', needs: listLoans, below: ['/danh-sach'] },
    {
      href: paths.briefings(),
      text: 'Giao ban',
      icon: 'flag',
      needs: listBriefings,
      below: ['/giao-ban'],
      ofCommune: paths.briefings,
    },
    {
      href: paths.tasks(),
      text: 'Việc được giao',
      icon: 'check',
      needs: listMyTasks,
      below: ['/viec'],
      ofCommune: (xa) => paths.tasks({ xa }),
    },
    {
      href: paths.directives(),
      text: 'Chỉ đạo',
      icon: 'target',
      needs: listDirectives,
      below: ['/chi-dao'],
      ofCommune: (xa) => paths.directives({ xa }),
    },
    {
      href: paths.calendar(),
      text: 'Lịch phiên',
      icon: 'calendar',
      needs: listSessions,
      below: ['/lich'],
      ofCommune: paths.calendar,
    },
  ],
  [
    { href: paths.people(), text: 'Hộ vay', icon: 'person', needs: search, below: ['/ho', '/mon'] },
    { href: paths.groups(), text: 'Tổ TK&VV', icon: 'people', needs: listGroups, below: ['/to'] },
    {
      href: paths.areas(),
      text: 'Địa bàn',
      icon: 'place',
      needs: showAreaRegister,
      below: ['/dia-ban'],
    },
    {
      href: paths.programmes(),
      text: 'Chương trình',
      icon: 'book',
      needs: listProgrammes,
      below: ['/chuong-trinh'],
    },
    { href: paths.rules(), text: 'Quy tắc', icon: 'rules', needs: listRules, below: ['/quy-tac'] },
    {
      href: paths.templates(),
      text: 'Mẫu văn bản',
      icon: 'document',
      needs: listTemplates,
      below: ['/mau-van-ban'],
    },
    { href: paths.users(), text: 'Người dùng', icon: 'lock', needs: listUsers, below: ['/nguoi-dung'] },
  ],
];

/**
 * Where an item leads whoever looks at a commune: to the same commune, where the page is of one at a time. Whoever has one commune alone
 * needs no word of it in the address.
 */
export function addressOf(item: Item, code: string | undefined): string {
  return code === undefined || item.ofCommune === undefined ? item.href : item.ofCommune(code);
}

/**
 * The commune that somebody with several last looked at: the one that the address names, else the one before.
 *
 * @param named what the address says, which may be of no commune of theirs
 */
export function communeLookedAt(
  communes: readonly { readonly code?: string | null | undefined }[],
  { named, before }: { readonly named: string | undefined; readonly before: string | undefined },
): string | undefined {
  const isOne = (code: string | undefined) => communes.some((commune) => commune.code === code);
  if (communes.length < 2) return undefined;
  return [named, before].find((code) => code !== undefined && isOne(code));
}
