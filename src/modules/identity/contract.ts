import { z } from 'zod';
import { date, id, operation } from '../../kernel/contract.ts';
import { DIALLED } from '../../kernel/phone.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { ROLES, type Role } from '../../kernel/role.ts';
import { typedPassword } from './contract-second-factor.ts';
import { manageUsers, readUsers } from './policy.ts';

export * from './contract-first-steps.ts';
export {
  changeAuthenticator,
  confirmSecondFactor,
  disableSecondFactor,
  giveSecondFactor,
  newSecret,
  renewRecoveryCodes,
  setUpSecondFactor,
} from './contract-second-factor.ts';

/** A role by its identifier. */
export const role = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);

// One line of what can be seen: a pasted tab or line end is a space, control characters are left out.
const login = z
  .string()
  .overwrite(plainLine)
  .min(1, { error: 'Nhập số điện thoại hoặc tên đăng nhập.' })
  .max(100);
const fullName = z
  .string()
  .overwrite(plainLine)
  .min(1, { error: 'Nhập họ và tên.' })
  .min(2, { error: 'Họ và tên có ít nhất hai chữ cái.' })
  .max(100);
const phone = z.string().trim().regex(DIALLED, { error: 'Số điện thoại có 10 chữ số, bắt đầu bằng 0.' });
const linkToken = z.string().min(20).max(100);
const bankCode = z.string().regex(/^\d{2,12}$/, { error: 'Mã của ngân hàng chỉ gồm chữ số.' });

const place = z.object({ id, code: z.string().nullable(), name: z.string() });

/** An office held: role, what it is of, from when to when. `place` is the sentence that names it on the screen. */
export const assignment = z.object({
  id,
  role,
  roleTitle: z.string(),
  /** As `Xã Krông Ana · Thôn 540101 03`: what the office is of. Empty for the administrator. */
  place: z.string(),
  officeId: id.nullable(),
  communeId: id.nullable(),
  branchCode: z.string().nullable(),
  associationCode: z.string().nullable(),
  villageCode: z.string().nullable(),
  groupCode: z.string().nullable(),
  validFrom: date,
  validTo: date.nullable(),
  decidedBy: z.string().nullable(),
  /** Holds today. */
  isCurrent: z.boolean(),
});

/** What is still owed after the password: nothing, a code, or setting the second factor up first. */
export const signInStep = z.enum(['ready', 'giveSecondFactor', 'setUpSecondFactor']);

/** Password first. Sets the session cookie; the session is good for nothing but `next` until that is done. */
export const signIn = operation({
  name: 'identity.signIn',
  method: 'POST',
  path: '/sign-in',
  summary: 'Đăng nhập bằng số điện thoại hoặc tên và mật khẩu.',
  input: z.object({ login, password: typedPassword }),
  output: z.object({ next: signInStep }),
  refusals: ['signInRefused', 'signInDelayed'],
  permission: 'anyone',
});

/** Ends this session. Answers alike when there is none. */
export const signOut = operation({
  name: 'identity.signOut',
  method: 'POST',
  path: '/sign-out',
  summary: 'Đăng xuất.',
  input: z.object({}),
  output: z.object({}),
  permission: 'anyone',
});

/** Ends every session of the person, this one too. */
export const signOutEverywhere = operation({
  name: 'identity.signOutEverywhere',
  method: 'POST',
  path: '/sign-out-everywhere',
  summary: 'Đăng xuất khỏi mọi thiết bị.',
  input: z.object({}),
  output: z.object({ ended: z.int() }),
  permission: 'signedIn',
});

/**
 * Who is signed in, if anybody. Any page asks this first; `state` says which page to show. Under `signedIn`,
 * `acting` is null when the person holds no office today, or the one they acted under has ended.
 */
export const whoAmI = operation({
  name: 'identity.whoAmI',
  method: 'GET',
  path: '/me',
  summary: 'Người đang đăng nhập, chức vụ và phạm vi được giao.',
  input: z.object({}),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.enum(['signedOut', 'giveSecondFactor', 'setUpSecondFactor']) }),
    z.object({
      state: z.literal('signedIn'),
      userId: id,
      fullName: z.string(),
      login: z.string(),
      isSample: z.boolean(),
      hasSecondFactor: z.boolean(),
      /** An office held today requires it: it cannot be switched off. */
      mustHaveSecondFactor: z.boolean(),
      recoveryCodesLeft: z.int(),
      /** Offices that hold today. */
      assignments: z.array(assignment),
      acting: assignment.nullable(),
      /** Communes in reach of the acting office, by code. */
      communes: z.array(place),
      offices: z.array(place),
    }),
  ]),
  permission: 'anyone',
});

/** Acts under another of the person's offices from now on. */
export const switchAssignment = operation({
  name: 'identity.switchAssignment',
  method: 'POST',
  path: '/me/assignment',
  summary: 'Chọn chức vụ đang dùng.',
  input: z.object({ assignmentId: id }),
  output: z.object({}),
  permission: 'signedIn',
});

/** Changes one's own password; every other session of the person ends. */
export const changePassword = operation({
  name: 'identity.changePassword',
  method: 'POST',
  path: '/me/password',
  summary: 'Đổi mật khẩu của mình.',
  input: z.object({ current: typedPassword, next: typedPassword }),
  output: z.object({}),
  refusals: ['passwordWrong', 'passwordTooShort', 'passwordTooLong', 'passwordGuessable', 'signInDelayed'],
  permission: 'signedIn',
});

/** Sets a password through a one-time link; every session of the person ends. Then one signs in as usual. */
export const usePasswordLink = operation({
  name: 'identity.usePasswordLink',
  method: 'POST',
  path: '/password-link',
  summary: 'Đặt mật khẩu bằng liên kết dùng một lần.',
  input: z.object({ token: linkToken, password: typedPassword }),
  output: z.object({ login: z.string() }),
  refusals: ['linkNotUsable', 'passwordTooShort', 'passwordTooLong', 'passwordGuessable'],
  permission: 'anyone',
});

/** Creates the first administrator through the one-time link that the first start prints. */
export const createFirstAdministrator = operation({
  name: 'identity.createFirstAdministrator',
  method: 'POST',
  path: '/first-administrator',
  summary: 'Tạo quản trị đầu tiên bằng liên kết dùng một lần.',
  input: z.object({ token: linkToken, fullName, login, password: typedPassword }),
  output: z.object({ login: z.string() }),
  refusals: ['linkNotUsable', 'loginTaken', 'passwordTooShort', 'passwordTooLong', 'passwordGuessable'],
  permission: 'anyone',
});

/** A one-time link: `path` is put behind the address of the site. Shown once; only its hash is kept. */
export const passwordLink = z.object({ path: z.string(), expiresAt: z.iso.datetime() });

/** A person as the administrator sees them. */
export const user = z.object({
  id,
  fullName: z.string(),
  login: z.string(),
  phone: z.string().nullable(),
  isSample: z.boolean(),
  isDisabled: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** All offices ever held, the latest first. */
  assignments: z.array(assignment),
});

/** People by login, a page at a time: hand `next` back as `after`. */
export const listUsers = operation({
  name: 'identity.listUsers',
  method: 'GET',
  path: '/users',
  summary: 'Danh sách người dùng và chức vụ được giao.',
  input: z.object({
    /** Part of the name, login or phone, with or without diacritics. */
    text: z.string().trim().max(100).optional(),
    after: z.string().max(100).optional(),
  }),
  output: z.object({ users: z.array(user), next: z.string().nullable() }),
  permission: readUsers,
});

/** The office to be held. Which of the places a role needs is in `domain/assignment.ts` (`PLACES_OF_ROLE`). */
export const newAssignment = z.object({
  role,
  officeId: id.nullable().default(null),
  communeId: id.nullable().default(null),
  branchCode: bankCode.nullable().default(null),
  associationCode: bankCode.nullable().default(null),
  villageCode: bankCode.nullable().default(null),
  groupCode: bankCode.nullable().default(null),
  validFrom: date,
  validTo: date.nullable().default(null),
  decidedBy: z.string().trim().max(200).nullable().default(null),
  /** Held beside whoever holds it already; said once that was refused [ID27]. */
  isBesideOther: z.boolean().optional(),
});

/** Adds a person and gives a link with which they set their password. */
export const addUser = operation({
  name: 'identity.addUser',
  method: 'POST',
  path: '/users',
  summary: 'Thêm người dùng; nhận liên kết đặt mật khẩu.',
  input: z.object({
    fullName,
    login,
    phone: phone.nullable().default(null),
    assignment: newAssignment.nullable().default(null),
  }),
  output: z.object({ userId: id, link: passwordLink }),
  refusals: ['loginTaken', 'assignmentIncomplete', 'placeUnknown', 'endBeforeStart', 'officeHeldByOther'],
  permission: manageUsers,
});

const ofUser = z.object({ userId: id });

/** Locks a person out; their sessions end at once. */
export const disableUser = operation({
  name: 'identity.disableUser',
  method: 'POST',
  path: '/users/{userId}/disable',
  summary: 'Khóa người dùng; mọi phiên làm việc của họ kết thúc ngay.',
  input: ofUser,
  output: z.object({}),
  refusals: ['lastAdministrator'],
  permission: manageUsers,
});

/** Lets a person in again. */
export const enableUser = operation({
  name: 'identity.enableUser',
  method: 'POST',
  path: '/users/{userId}/enable',
  summary: 'Mở khóa người dùng.',
  input: ofUser,
  output: z.object({}),
  permission: manageUsers,
});

/** For a lost phone or password, with the person present: new link, no second factor, no sessions. */
export const resetUser = operation({
  name: 'identity.resetUser',
  method: 'POST',
  path: '/users/{userId}/reset',
  summary: 'Đặt lại người dùng: liên kết mật khẩu mới, bỏ mã xác thực, kết thúc các phiên.',
  input: ofUser,
  output: z.object({ link: passwordLink }),
  permission: manageUsers,
});

/** Gives a person an office to hold. */
export const addAssignment = operation({
  name: 'identity.addAssignment',
  method: 'POST',
  path: '/users/{userId}/assignments',
  summary: 'Giao thêm chức vụ.',
  input: newAssignment.extend({ userId: id }),
  output: z.object({ assignmentId: id }),
  refusals: [
    'officeHeldByOther',
    'assignmentIncomplete',
    'placeUnknown',
    'endBeforeStart',
    'officeHeldAlready',
  ],
  permission: manageUsers,
});

/** Sets the last day on which a person holds an office; a day that is over ends it at once. */
export const endAssignment = operation({
  name: 'identity.endAssignment',
  method: 'POST',
  path: '/users/{userId}/assignments/{assignmentId}/end',
  summary: 'Kết thúc một chức vụ từ sau ngày nêu ra.',
  input: z.object({
    ...{ userId: id, assignmentId: id, lastDay: date },
    /** Put off beside whoever holds it then; said once that was refused [ID27]. */
    isBesideOther: z.boolean().optional(),
  }),
  output: z.object({}),
  refusals: ['endBeforeStart', 'lastAdministrator', 'officeHeldAlready', 'officeHeldByOther'],
  permission: manageUsers,
});

/** What an office held can be of: for the form that gives one. */
export const listPlaces = operation({
  name: 'identity.listPlaces',
  method: 'GET',
  path: '/users/places',
  summary: 'Phòng giao dịch, xã, thôn để chọn khi giao chức vụ.',
  input: z.object({
    /** Whose villages are wanted; without it there are none in the answer. */
    communeId: id.optional(),
  }),
  output: z.object({
    offices: z.array(place.extend({ branchCode: z.string().nullable() })),
    communes: z.array(place.extend({ officeIds: z.array(id) })),
    villages: z.array(place.extend({ communeId: id })),
    associations: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  permission: readUsers,
});
