import type { InputOf, OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { recordMerge, showAreaRegister } from '../../../../modules/registry/contract.ts';

/** The register as the page reads it. */
export type Register = OutputOf<typeof showAreaRegister>;

/** An area of any kind. */
export type Area = Register['provinces'][number];

/** A commune with its villages counted. */
export type Commune = Register['communes'][number];

/** A recorded merge. */
export type Merge = Register['merges'][number];

/** The id of an area. */
export type AreaId = InputOf<typeof recordMerge>['oldAreaId'];

/** What each kind is called on the page. */
export const KIND_WORDS = {
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường',
  village: 'Thôn, khu phố',
} as const;

/** From when to when an area is valid. */
export function validityText({ validFrom, validTo }: Pick<Area, 'validFrom' | 'validTo'>): string {
  return validTo === null ? `từ ${formatDate(validFrom)}` : `${formatDate(validFrom)}–${formatDate(validTo)}`;
}

/** Name and code of one side of a merge. */
export function mergedText({ name, code }: Merge['oldArea']): string {
  return code === null ? name : `${name} (${code})`;
}

/**
 * The name in the files when it is another than the one shown [RG17]. The stand-in of a code without a name is no name
 * that the files gave.
 */
export function differingBankName({ name, bankName, bankCode }: Area): string | undefined {
  if (bankName === null || bankName === name || bankName.endsWith(`chưa có tên (mã ${bankCode})`))
    return undefined;
  return bankName;
}
