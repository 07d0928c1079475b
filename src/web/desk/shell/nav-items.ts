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
    { href: paths.briefings(), text: 'Giao ban', icon: 'flag', needs: listBriefings, below: ['/giao-ban'] },
    { href: paths.tasks(), text: 'Việc được giao', icon: 'check', needs: listMyTasks, below: ['/viec'] },
    { href: paths.directives(), text: 'Chỉ đạo', icon: 'target', needs: listDirectives, below: ['/chi-dao'] },
    { href: paths.calendar(), text: 'Lịch phiên', icon: 'calendar', needs: listSessions, below: ['/lich'] },
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
