import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { readGroupMembers, readGroups, writeGroups } from './policy.ts';

/** What a person may enter of a group beside the bank's file. */
export const GROUP_ENTRY_FIELDS = {
  leader_name: 'Tên tổ trưởng',
  leader_phone: 'Điện thoại tổ trưởng',
  deputy_name: 'Tên tổ phó',
  deputy_phone: 'Điện thoại tổ phó',
  village_name: 'Thôn, khu phố',
  point_name: 'Điểm giao dịch',
  meeting_note: 'Ghi chú sinh hoạt tổ',
} as const;

/** One of {@link GROUP_ENTRY_FIELDS}. */
export const groupEntryField = z.enum(
  Object.keys(GROUP_ENTRY_FIELDS) as [
    keyof typeof GROUP_ENTRY_FIELDS,
    ...(keyof typeof GROUP_ENTRY_FIELDS)[],
  ],
);

/** The four grades, best first; the words of the bank's scoring. */
export const GRADES = ['Tốt', 'Khá', 'Trung bình', 'Yếu'] as const;
const grade = z.enum(GRADES);

const scoreSummary = z.object({
  dataDate: date,
  totalPoints: z.int(),
  grade,
  /** `computed`: the bank's export lost the grade, it follows from the total [GR4]. */
  gradeFrom: z.enum(['file', 'computed']),
  /** Points won or lost against the last score before; null when there is none. */
  movementPoints: z.int().nullable(),
  previousGrade: grade.nullable(),
  /** Older than the dated rule lets a score be, seen from the date asked or today [GR8]. */
  isStale: z.boolean(),
});

const groupSummary = z.object({
  communeId: id,
  groupCode: z.string(),
  leaderName: z.string(),
  deputyName: z.string().nullable(),
  villageCode: z.string(),
  villageName: z.string().nullable(),
  associationCode: z.string(),
  groupType: z.string().nullable(),
  status: z.string().nullable(),
  pointCode: z.string().nullable(),
  pointName: z.string().nullable(),
  memberCount: count,
  /** Places left below the largest size by the dated rule; negative when the group is too large [GR5]. */
  placesLeft: z.int(),
  /** Below the least size by the dated rule [GR5]. */
  isTooSmall: z.boolean(),
  bankDataDate: date,
  /** The date of the leaders' file that told leader, deputy and point; null where none ever did [GR1]. */
  boardDataDate: date.nullable(),
  score: scoreSummary.nullable(),
});

/** Groups of the caller's scope with their latest score at a date. */
export const listGroups = operation({
  name: 'groups.listGroups',
  method: 'GET',
  path: '/groups',
  summary: 'Danh sách Tổ TK&VV với điểm và xếp loại mới nhất.',
  input: z.object({
    communeId: id.optional(),
    /** Members and scores at or before this data date; the latest when left out. */
    dataDate: date.optional(),
  }),
  output: z.object({
    groups: z.array(groupSummary),
    /** There are more groups than one answer holds: ask for one commune. */
    isCut: z.boolean(),
  }),
  permission: readGroups,
});

/** One group: board, members, what people entered, 24 months of scores. */
export const showGroup = operation({
  name: 'groups.showGroup',
  method: 'GET',
  path: '/communes/{communeId}/groups/{groupCode}',
  summary: 'Một Tổ TK&VV: ban quản lý, tổ viên, điểm 24 tháng.',
  input: z.object({
    communeId: id,
    groupCode: z.string().regex(/^\d{7}$/, 'Mã tổ có 7 chữ số.'),
    /** Members as the newest files at or before this date name them; as the newest of all when left out [GR5]. */
    dataDate: date.optional(),
  }),
  output: z.object({
    group: groupSummary,
    leader: z.object({
      fullName: z.string(),
      birthYear: z.int().nullable(),
      /** The entered number when there is one, else the bank's. */
      phone: z.string().nullable(),
    }),
    deputy: z.object({ fullName: z.string(), phone: z.string().nullable() }).nullable(),
    entries: z.array(
      z.object({
        entryId: id,
        field: groupEntryField,
        value: z.string(),
        bankValueThen: z.string().nullable(),
        bankValueNow: z.string().nullable(),
        differs: z.boolean(),
        bankChanged: z.boolean(),
        enteredAt: z.iso.datetime(),
      }),
    ),
    members: z.array(
      z.object({
        personId: id,
        householdId: id,
        customerCode: z.string().nullable(),
        fullName: z.string(),
        birthYear: z.int().nullable(),
        isReachable: z.boolean(),
      }),
    ),
    /** Newest first, at most 24. */
    scores: z.array(
      z.object({
        dataDate: date,
        attendancePoints: z.int(),
        overduePoints: z.int(),
        principalPoints: z.int(),
        interestPoints: z.int(),
        saversPoints: z.int(),
        savingsGrowthPoints: z.int(),
        totalPoints: z.int(),
        grade,
        gradeFrom: z.enum(['file', 'computed']),
      }),
    ),
  }),
  permission: readGroupMembers,
});

/** Enters a value of a group; an import never overwrites it. */
export const enterGroupValue = operation({
  name: 'groups.enterGroupValue',
  method: 'POST',
  path: '/communes/{communeId}/groups/{groupCode}/entries',
  summary: 'Ghi giá trị đúng của tổ thay cho giá trị của ngân hàng.',
  input: z.object({
    communeId: id,
    groupCode: z.string().regex(/^\d{7}$/, 'Mã tổ có 7 chữ số.'),
    field: groupEntryField,
    value: z.string().trim().min(1, 'Không được để trống.').max(300, 'Tối đa 300 ký tự.'),
  }),
  output: z.object({ entryId: id }),
  refusals: ['groupValueInvalid'],
  permission: writeGroups,
});

/** Withdraws an entered value; the bank's is shown again. */
export const withdrawGroupValue = operation({
  name: 'groups.withdrawGroupValue',
  method: 'DELETE',
  path: '/communes/{communeId}/group-entries/{entryId}',
  summary: 'Rút giá trị đã ghi của tổ.',
  input: z.object({ communeId: id, entryId: id }),
  output: z.object({}),
  refusals: ['groupEntryWithdrawn'],
  permission: writeGroups,
});
