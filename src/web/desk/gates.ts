import type { Operation } from '../../kernel/contract.ts';
import { ROLES, type Role } from '../../kernel/role.ts';
import { getBatch } from '../../modules/extracts/contract.ts';
import {
  listBriefings,
  listDirectives,
  listInvitations,
  listMyTasks,
  listTemplates,
  showBriefing,
  showBriefingFigures,
  showDirective,
  showTask,
} from '../../modules/governance/contract.ts';
import { listGroups, showGroup } from '../../modules/groups/contract.ts';
import { listUsers } from '../../modules/identity/contract.ts';
import {
  checkInterest,
  countLists,
  listLoans,
  listParts,
  showCommuneMonth,
  showLoan,
  showOfficeMonth,
} from '../../modules/portfolio/contract.ts';
import { listProgrammes, listRules } from '../../modules/programmes/contract.ts';
import { search, showAreaRegister, showHousehold } from '../../modules/registry/contract.ts';
import { listSessions } from '../../modules/sessions/contract.ts';

/** What stands at the door of a page: its name, what it is for, and the operation without which it is empty. */
export type Gate = { readonly title: string; readonly purpose: string; readonly needs: Operation };

const IMPORT: Gate = {
  title: 'Nhập số liệu',
  purpose: 'nhập các tệp cuối tháng của ngân hàng, xem lỗi, đối chiếu rồi ghi vào sổ',
  needs: getBatch,
};

/** The gates of the pages that not every office has, by the page's address. */
export const GATES: Readonly<Record<string, Gate>> = {
  '/xa/$commune': {
    title: 'Tháng của xã',
    purpose: 'xem dư nợ, nợ quá hạn, món đến hạn và các danh sách của một xã trong tháng',
    needs: showCommuneMonth,
  },
  '/pgd': {
    title: 'Tháng của phòng giao dịch',
    purpose: 'xem các xã của phòng giao dịch cạnh nhau trong tháng',
    needs: showOfficeMonth,
  },
  '/danh-sach': {
    title: 'Danh sách',
    purpose: 'xem các danh sách món vay cần chú ý, mỗi tên kèm lý do',
    needs: countLists,
  },
  '/danh-sach/$list': {
    title: 'Danh sách',
    purpose: 'xem từng món vay trong một danh sách, mỗi tên kèm lý do',
    needs: listLoans,
  },
  '/danh-sach/$list/theo/$by': {
    title: 'Danh sách',
    purpose: 'xem một danh sách chia theo hộ, thôn, khu phố, tổ, hội, chương trình hoặc nguồn vốn',
    needs: listParts,
  },
  '/ho': { title: 'Hộ vay', purpose: 'tìm hộ vay theo tên, khế ước, số điện thoại', needs: search },
  '/ho/$commune/$household': {
    title: 'Hồ sơ hộ',
    purpose: 'xem món vay, liên lạc và diễn biến của một hộ',
    needs: showHousehold,
  },
  '/mon/$commune/$contract': {
    title: 'Món vay',
    purpose: 'xem một món vay qua các tháng',
    needs: showLoan,
  },
  '/kiem-tra-lai': {
    title: 'Kiểm tra lãi dự thu',
    purpose: 'so lãi dự thu của từng món vay trong tệp với số tính lại',
    needs: checkInterest,
  },
  '/nhap': IMPORT,
  '/nhap/$batch': IMPORT,
  '/nhap/$batch/hoi-so': IMPORT,
  '/nhap/$batch/$list': IMPORT,
  '/to': { title: 'Tổ TK&VV', purpose: 'xem các tổ, điểm và xếp loại', needs: listGroups },
  '/to/$commune/$group': {
    title: 'Tổ TK&VV',
    purpose: 'xem ban quản lý, tổ viên và điểm của một tổ',
    needs: showGroup,
  },
  '/giao-ban': {
    title: 'Giao ban',
    purpose: 'chuẩn bị, họp và xem lại các buổi giao ban của xã',
    needs: listBriefings,
  },
  '/giao-ban/$commune/$briefing': {
    title: 'Giao ban',
    purpose: 'xem chương trình, khó khăn và kết luận của một buổi giao ban',
    needs: showBriefing,
  },
  '/giao-ban/$commune/$briefing/giay-moi': {
    title: 'Giấy mời',
    purpose: 'mời người dự giao ban qua thư hoặc bằng giấy',
    needs: listInvitations,
  },
  '/giao-ban/$commune/$briefing/trinh-chieu': {
    title: 'Trình chiếu giao ban',
    purpose: 'chiếu số liệu, khó khăn và kết luận lên màn hình hội trường',
    needs: showBriefingFigures,
  },
  '/mau-van-ban': {
    title: 'Mẫu văn bản',
    purpose: 'sửa mẫu giấy mời, biên bản, thông báo, phiếu giao việc và báo cáo của phòng giao dịch',
    needs: listTemplates,
  },
  '/viec': {
    title: 'Việc được giao',
    purpose: 'xem việc được giao, trả lời và theo dõi kết quả',
    needs: listMyTasks,
  },
  '/viec/$commune/$task': {
    title: 'Việc được giao',
    purpose: 'xem một việc, báo cáo và diễn biến của việc đó',
    needs: showTask,
  },
  '/chi-dao': {
    title: 'Chỉ đạo',
    purpose: 'xem kết luận giao ban, chỉ đạo của Chủ tịch, nghị quyết Ban đại diện và kết quả thực hiện',
    needs: listDirectives,
  },
  '/chi-dao/$commune/$directive': {
    title: 'Chỉ đạo',
    purpose: 'xem một chỉ đạo và các việc của nó',
    needs: showDirective,
  },
  '/lich': {
    title: 'Lịch phiên giao dịch',
    purpose: 'xem ngày, giờ, nơi họp các phiên giao dịch ở xã',
    needs: listSessions,
  },
  '/dia-ban': {
    title: 'Địa bàn',
    purpose: 'xem tỉnh, xã, thôn, khu phố với mã, tên theo thời gian và các lần nhập địa bàn',
    needs: showAreaRegister,
  },
  '/chuong-trinh': {
    title: 'Chương trình cho vay',
    purpose: 'xem lãi suất, mức vay, thời hạn của từng chương trình kèm văn bản',
    needs: listProgrammes,
  },
  '/quy-tac': {
    title: 'Quy tắc',
    purpose: 'xem các ngưỡng và hệ số dùng để lập danh sách, tính lãi, xếp loại',
    needs: listRules,
  },
  '/nguoi-dung': {
    title: 'Người dùng',
    purpose: 'thêm người dùng, giao và kết thúc chức vụ',
    needs: listUsers,
  },
};

/** The roles that have what an operation needs, in the order of the offices. */
export function rolesWith({ permission }: Operation): readonly Role[] {
  const all = Object.keys(ROLES) as Role[];
  return typeof permission === 'string' ? all : all.filter((role) => permission.reach[role] !== undefined);
}
