import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { manageAreas, readAreaRegister, readAreas } from './policy.ts';

/** What may be entered of an area in place of what the files say. */
export const AREA_FIELDS = { name: 'Tên', state_code: 'Mã hành chính' } as const;

/** One of {@link AREA_FIELDS}. */
export const areaField = z.enum(Object.keys(AREA_FIELDS) as [keyof typeof AREA_FIELDS]);

const nothing = z.object({});
const text = (longest: number) =>
  z.string().trim().min(1, 'Không được để trống.').max(longest, `Tối đa ${longest} ký tự.`);
const document = text(200);

const named = {
  name: z.string(),
  /** False while only the code is known and the name is a stand-in [RG3]. */
  isNamed: z.boolean(),
  validFrom: date,
  validTo: date.nullable(),
};
const villageArea = z.object({ villageId: id, villageCode: z.string(), ...named });
const communeArea = z.object({
  communeId: id,
  communeCode: z.string(),
  ...named,
  villages: z.array(villageArea),
});

/** Names and codes of communes and villages of the caller's scope; of the whole system for administrators. */
export const listAreas = operation({
  name: 'registry.listAreas',
  method: 'GET',
  path: '/areas',
  summary: 'Tên, mã xã, thôn trong phạm vi được giao, có thời gian hiệu lực.',
  input: z.object({
    /** Only areas valid on this day; all when left out. */
    on: date.optional(),
  }),
  output: z.object({
    communes: z.array(communeArea),
    /** There are more areas than one answer names: those with the highest codes are left out. */
    isCut: z.boolean(),
  }),
  permission: readAreas,
});

const registeredArea = z.object({
  areaId: id,
  kind: z.enum(['province', 'commune', 'village']),
  bankCode: z.string().nullable(),
  /** Its code in the state's list today. */
  stateCode: z.string().nullable(),
  ...named,
  /** The name in the files while a person's name stands in its place [RG17]. */
  bankName: z.string().nullable(),
  parentId: id.nullable(),
});
const placedArea = registeredArea.extend({ parentName: z.string().nullable() });
const mergedArea = z.object({ name: z.string(), code: z.string().nullable() });
const areaMerge = z.object({
  oldAreaId: id,
  newAreaId: id,
  kind: z.enum(['province', 'commune', 'village']),
  oldArea: mergedArea,
  newArea: mergedArea,
  effectiveOn: date,
  document: z.string(),
  oldCodeEndsOn: date.nullable(),
});

/** The register of areas: provinces, communes with their villages counted, areas without a name, the merge map. */
export const showAreaRegister = operation({
  name: 'registry.showAreaRegister',
  method: 'GET',
  path: '/areas/register',
  summary: 'Sổ địa bàn: tỉnh, xã, địa bàn chưa có tên, việc nhập địa bàn.',
  input: nothing,
  output: z.object({
    /** All for the administrator; of the communes shown for others. */
    provinces: z.array(registeredArea),
    communes: z.array(registeredArea.extend({ villages: count, unnamedVillages: count })),
    unnamed: z.array(placedArea),
    merges: z.array(areaMerge),
  }),
  permission: readAreaRegister,
});

/** One area: its villages, its names and codes over time, each with where it comes from. */
export const showArea = operation({
  name: 'registry.showArea',
  method: 'GET',
  path: '/areas/{areaId}',
  summary: 'Một địa bàn: thôn, tên và mã theo thời gian, có văn bản.',
  input: z.object({ areaId: id }),
  output: z.object({
    area: placedArea,
    villages: z.array(registeredArea),
    /** Names in the files, newest first. */
    bankNames: z.array(z.object({ name: z.string(), validFrom: date })),
    /** What people entered, newest first. */
    entries: z.array(
      z.object({
        entryId: id,
        field: z.enum(['name', 'state_code', 'province']),
        /** A name, a code, or the name of the province. */
        value: z.string(),
        validFrom: date,
        /** The last day of the value; null while it holds. */
        validTo: date.nullable(),
        document: z.string(),
      }),
    ),
  }),
  permission: readAreaRegister,
});

/** Enters the name or the state code of an area from a day on, by a document. */
export const enterAreaValue = operation({
  name: 'registry.enterAreaValue',
  method: 'POST',
  path: '/areas/{areaId}/entries',
  summary: 'Ghi tên đúng hoặc mã hành chính của một địa bàn, từ ngày nào, theo văn bản nào.',
  input: z.object({ areaId: id, field: areaField, value: text(100), validFrom: date, document }),
  output: z.object({ entryId: id }),
  refusals: ['areaUnknown', 'areaValueInvalid', 'areaDayAhead', 'areaDayAfterEnd', 'stateCodeTaken'],
  permission: manageAreas,
});

/** Withdraws what was entered of an area; what held before is shown again. */
export const withdrawAreaValue = operation({
  name: 'registry.withdrawAreaValue',
  method: 'DELETE',
  path: '/area-entries/{entryId}',
  summary: 'Rút tên, mã hoặc tỉnh đã ghi của một địa bàn.',
  input: z.object({ entryId: id }),
  output: nothing,
  refusals: ['areaEntryGone'],
  permission: manageAreas,
});

/** Says which province communes belong to, from a day on: the files do not say it. */
export const placeCommunes = operation({
  name: 'registry.placeCommunes',
  method: 'POST',
  path: '/areas/{provinceId}/communes',
  summary: 'Xếp các xã vào một tỉnh, từ ngày nào, theo văn bản nào.',
  input: z.object({
    provinceId: id,
    communeIds: z.array(id).min(1, 'Chọn ít nhất một xã.').max(500),
    validFrom: date,
    document,
  }),
  output: nothing,
  refusals: ['areaUnknown', 'placeKindsWrong', 'areaDayAhead', 'areaDayAfterEnd'],
  permission: manageAreas,
});

/** Records that one area became part of another. */
export const recordMerge = operation({
  name: 'registry.recordMerge',
  method: 'POST',
  path: '/areas/merges',
  summary: 'Ghi việc nhập địa bàn: địa bàn cũ, địa bàn mới, ngày hiệu lực, văn bản.',
  input: z.object({
    oldAreaId: id,
    newAreaId: id,
    effectiveOn: date,
    document,
    /** The last day on which the bank uses the old code; the code may mean another area afterwards. */
    oldCodeEndsOn: date.nullable().default(null),
  }),
  output: nothing,
  refusals: [
    'areaUnknown',
    'mergeIntoItself',
    'mergeKindsDiffer',
    'mergeTooEarly',
    'mergeTargetEnded',
    'mergeCodeEndsTooEarly',
    'mergeRecorded',
    'mergeCircular',
  ],
  permission: manageAreas,
});

/** Takes back a merge that was recorded wrongly. */
export const withdrawMerge = operation({
  name: 'registry.withdrawMerge',
  method: 'DELETE',
  path: '/areas/merges/{oldAreaId}/{newAreaId}/{effectiveOn}',
  summary: 'Rút việc nhập địa bàn đã ghi sai.',
  input: z.object({ oldAreaId: id, newAreaId: id, effectiveOn: date }),
  output: nothing,
  refusals: ['mergeGone', 'mergeCodeReused'],
  permission: manageAreas,
});
