import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { readPeople, revealIdentity, writeContacts, writePeople } from './policy.ts';

export * from './contract-areas.ts';

/** Who answers when a contact is called, seen from the borrower. */
export const CONTACT_RELATIONS = {
  self: 'Chính người vay',
  spouse: 'Vợ hoặc chồng',
  child: 'Con',
  parent: 'Cha hoặc mẹ',
  sibling: 'Anh, chị, em',
  relative: 'Họ hàng',
  neighbour: 'Hàng xóm',
  villageHead: 'Trưởng thôn',
  other: 'Khác',
} as const;

/** One of {@link CONTACT_RELATIONS}. */
export const contactRelation = z.enum(
  Object.keys(CONTACT_RELATIONS) as [keyof typeof CONTACT_RELATIONS, ...(keyof typeof CONTACT_RELATIONS)[]],
);

/** What a person may enter in place of the bank's value. Phones are contacts, of which there can be several. */
export const ENTRY_FIELDS = {
  full_name: 'Họ và tên',
  born_on: 'Ngày sinh',
  identity_number: 'Số căn cước',
  identity_issued_on: 'Ngày cấp',
  spouse_name: 'Tên vợ hoặc chồng',
  address: 'Địa chỉ',
} as const;

/** One of {@link ENTRY_FIELDS}. */
export const entryField = z.enum(
  Object.keys(ENTRY_FIELDS) as [keyof typeof ENTRY_FIELDS, ...(keyof typeof ENTRY_FIELDS)[]],
);

const nothing = z.object({});
const text = (longest: number) =>
  z.string().trim().min(1, 'Không được để trống.').max(longest, `Tối đa ${longest} ký tự.`);
const inPerson = { communeId: id, personId: id };
const inContact = { communeId: id, contactId: id };

/** Why a person was found; `contract` is answered by the portfolio's search, which uses the same shape. */
export const matchedBy = z.enum(['name', 'phone', 'identityNumber', 'customerCode', 'contract']);

/** A person found by a search. */
export const searchHit = z.object({
  communeId: id,
  personId: id,
  householdId: id,
  customerCode: z.string().nullable(),
  fullName: z.string(),
  /** Tells people with the same name apart. */
  birthYear: z.int().nullable(),
  villageCode: z.string(),
  villageName: z.string().nullable(),
  groupCode: z.string(),
  associationCode: z.string(),
  identityNumberMasked: z.string().nullable(),
  phone: z.string().nullable(),
  /** Since when the phone is marked wrong: only where the person has no better one. */
  phoneWrongSince: date.nullable(),
  matchedBy,
  contractNo: z.string().nullable(),
});

/** Searches people by name, phone, identity number or customer code. */
export const search = operation({
  name: 'registry.search',
  method: 'GET',
  path: '/people/search',
  summary: 'Tìm người theo tên (có dấu hoặc không dấu), điện thoại, số căn cước, mã khách hàng.',
  input: z.object({
    text: z.string().trim().max(100),
    /** One commune of the scope; the whole scope when left out. */
    communeId: id.optional(),
  }),
  /** At most 20 hits, accented matches first, then by given name; `total` counts all. */
  output: z.object({ total: count, hits: z.array(searchHit).max(20) }),
  refusals: ['searchTooShort'],
  permission: readPeople,
});

const personEntry = z.object({
  entryId: id,
  field: entryField,
  /** What the person entered; identity numbers are masked. */
  value: z.string(),
  /** What the bank's record said at that time, and what it says now. */
  bankValueThen: z.string().nullable(),
  bankValueNow: z.string().nullable(),
  /** True while the bank says something else than what was entered. */
  differs: z.boolean(),
  /** True when the bank has changed its value since: somebody should look again. */
  bankChanged: z.boolean(),
  enteredAt: z.iso.datetime(),
});
const contact = z.object({
  contactId: id,
  relation: contactRelation,
  name: z.string().nullable(),
  phone: z.string(),
  isValidPhone: z.boolean(),
  source: z.enum(['bank', 'entered']),
  lastReachedOn: date.nullable(),
  wrongNumberSince: date.nullable(),
  /** Of a number heard somewhere: who told it, on which day, what people were gathered for; null for others. */
  told: z.object({ by: z.string(), on: date, occasion: z.string() }).nullable(),
});
const householdMember = z.object({
  personId: id,
  customerCode: z.string().nullable(),
  /** Entered people only: what they are to the borrower. */
  relation: contactRelation.nullable(),
  fullName: z.string(),
  bornOn: date.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  ethnicityMasked: z.string().nullable(),
  identityNumberMasked: z.string().nullable(),
  identityKind: z.enum(['missing', 'twelveDigits', 'nineDigits', 'other']),
  identityIssuedOn: date.nullable(),
  identityIssuer: z.string().nullable(),
  /** What the number says and the record does not: warnings, never errors [RG9]. */
  identityWarnings: z.array(z.enum(['sexDiffers', 'birthYearDiffers'])),
  spouseName: z.string().nullable(),
  address: z.string().nullable(),
  villageCode: z.string(),
  villageName: z.string().nullable(),
  groupCode: z.string(),
  associationCode: z.string(),
  /** The data date of the bank's record shown; null for people entered by hand. */
  bankDataDate: date.nullable(),
  isReachable: z.boolean(),
  contacts: z.array(contact),
  entries: z.array(personEntry),
  /** Others of the commune with the same name, so that nobody is taken for somebody else. */
  sameName: z.array(
    z.object({
      personId: id,
      householdId: id,
      birthYear: z.int().nullable(),
      villageName: z.string().nullable(),
    }),
  ),
});

/** A household: its members, how to reach them, what people entered and where the bank differs. */
export const showHousehold = operation({
  name: 'registry.showHousehold',
  method: 'GET',
  path: '/communes/{communeId}/households/{householdId}',
  summary: 'Hồ sơ hộ: thành viên, liên lạc, giá trị do cán bộ ghi và chỗ khác với ngân hàng.',
  input: z.object({ communeId: id, householdId: id }),
  output: z.object({
    communeId: id,
    communeName: z.string(),
    householdId: id,
    members: z.array(householdMember),
  }),
  permission: readPeople,
});

/** Where the household of a customer is: the way from a loan to its household file. */
export const findCustomer = operation({
  name: 'registry.findCustomer',
  method: 'GET',
  path: '/communes/{communeId}/customers/{customerCode}',
  summary: 'Từ mã khách hàng đến hộ.',
  input: z.object({
    communeId: id,
    customerCode: z.string().regex(/^\d{10}$/, 'Mã khách hàng có 10 chữ số.'),
  }),
  output: z.object({ personId: id, householdId: id }),
  permission: readPeople,
});

/** Enters a value in place of the bank's; a value entered before for the same field is withdrawn. */
export const enterPersonValue = operation({
  name: 'registry.enterPersonValue',
  method: 'POST',
  path: '/communes/{communeId}/people/{personId}/entries',
  summary: 'Ghi giá trị đúng thay cho giá trị của ngân hàng.',
  input: z.object({ ...inPerson, field: entryField, value: text(300) }),
  output: z.object({ entryId: id }),
  refusals: ['entryValueInvalid'],
  permission: writePeople,
});

/** Withdraws an entered value; the bank's is shown again. */
export const withdrawPersonValue = operation({
  name: 'registry.withdrawPersonValue',
  method: 'DELETE',
  path: '/communes/{communeId}/entries/{entryId}',
  summary: 'Rút giá trị đã ghi, hiện lại giá trị của ngân hàng.',
  input: z.object({ communeId: id, entryId: id }),
  output: nothing,
  refusals: ['entryWithdrawn'],
  permission: writePeople,
});

/** Adds a way to reach a person. */
export const addContact = operation({
  name: 'registry.addContact',
  method: 'POST',
  path: '/communes/{communeId}/people/{personId}/contacts',
  summary: 'Thêm một liên lạc của người vay.',
  input: z.object({
    ...inPerson,
    relation: contactRelation,
    name: text(100).nullable().default(null),
    phone: text(30),
  }),
  output: z.object({ contactId: id }),
  refusals: ['phoneInvalid', 'contactExists', 'contactsFull'],
  permission: writeContacts,
});

/** Changes relation, name or number; the number of a contact from the bank stays. */
export const changeContact = operation({
  name: 'registry.changeContact',
  method: 'PUT',
  path: '/communes/{communeId}/contacts/{contactId}',
  summary: 'Sửa quan hệ, tên hoặc số của một liên lạc.',
  input: z.object({
    ...inContact,
    relation: contactRelation,
    name: text(100).nullable().default(null),
    phone: text(30),
  }),
  output: nothing,
  refusals: ['phoneInvalid', 'contactExists', 'contactFromBank'],
  permission: writePeople,
});

/** Says that the contact was reached today; a number reached is not wrong. */
export const markReached = operation({
  name: 'registry.markReached',
  method: 'POST',
  path: '/communes/{communeId}/contacts/{contactId}/reached',
  summary: 'Đánh dấu đã liên lạc được hôm nay.',
  input: z.object(inContact),
  output: nothing,
  permission: writeContacts,
});

/** Says that the number is wrong, or takes that back. */
export const markWrongNumber = operation({
  name: 'registry.markWrongNumber',
  method: 'POST',
  path: '/communes/{communeId}/contacts/{contactId}/wrong-number',
  summary: 'Đánh dấu sai số, hoặc bỏ đánh dấu.',
  input: z.object({ ...inContact, isWrong: z.boolean() }),
  output: nothing,
  permission: writeContacts,
});

/** Removes a contact from sight; it is kept, and an import does not bring it back. */
export const removeContact = operation({
  name: 'registry.removeContact',
  method: 'DELETE',
  path: '/communes/{communeId}/contacts/{contactId}',
  summary: 'Bỏ một liên lạc khỏi danh sách.',
  input: z.object(inContact),
  output: nothing,
  permission: writePeople,
});

/** Adds a person who is no customer to a household. */
export const addHouseholdMember = operation({
  name: 'registry.addHouseholdMember',
  method: 'POST',
  path: '/communes/{communeId}/households/{householdId}/members',
  summary: 'Thêm một thành viên vào hộ.',
  input: z.object({
    communeId: id,
    householdId: id,
    fullName: text(100),
    relation: contactRelation,
    bornOn: date.nullable().default(null),
    sex: z.enum(['male', 'female']).nullable().default(null),
  }),
  output: z.object({ personId: id }),
  refusals: ['entryValueInvalid', 'householdFull'],
  permission: writePeople,
});

/** Moves a person to another household of the commune, or to a new one of their own. */
export const movePersonToHousehold = operation({
  name: 'registry.movePersonToHousehold',
  method: 'POST',
  path: '/communes/{communeId}/people/{personId}/household',
  summary: 'Chuyển một người sang hộ khác, hoặc tách thành hộ riêng.',
  input: z.object({
    ...inPerson,
    /** Null for a new household of their own. */
    householdId: id.nullable(),
  }),
  output: z.object({ householdId: id }),
  refusals: ['householdSame', 'householdFull'],
  permission: writePeople,
});

/** Opens one masked value in full and leaves an audit entry. */
export const revealIdentityValue = operation({
  name: 'registry.revealIdentity',
  method: 'POST',
  path: '/communes/{communeId}/people/{personId}/reveal',
  summary: 'Xem đầy đủ số căn cước hoặc dân tộc; lần xem được ghi vào nhật ký kiểm tra.',
  input: z.object({ ...inPerson, what: z.enum(['identityNumber', 'ethnicity']) }),
  output: z.object({ value: z.string() }),
  refusals: ['valueMissing'],
  permission: revealIdentity,
});
