import type { BusinessDate } from '../../kernel/dates.ts';
import { PART_PATHS, type PartKind } from './parts.ts';
import { stringifySearch } from './search-params.ts';

/** What a list is narrowed to. Codes are the bank's, `to` of direct loans is `truc-tiep`. */
export type ListFilter = {
  readonly ngay?: BusinessDate | undefined;
  readonly xa?: string | undefined;
  readonly thon?: string | undefined;
  readonly to?: string | undefined;
  readonly hoi?: string | undefined;
  readonly ct?: string | undefined;
  readonly nguon?: string | undefined;
  readonly tu?: BusinessDate | undefined;
  readonly den?: BusinessDate | undefined;
  readonly tim?: string | undefined;
  readonly xep?: string | undefined;
  readonly tt?: string | undefined;
  /** One customer, by code. */
  readonly kh?: string | undefined;
  /** Whether the customer can be reached: `duoc` or `khong`. */
  readonly lienlac?: string | undefined;
  /** Whether a check after disbursement is told: `co` or `chua`; `kiemtraluc` as that was known at a moment. */
  readonly kiemtra?: string | undefined;
  readonly kiemtraluc?: string | undefined;
  /** The date before, on lists of what changed. */
  readonly sovoi?: BusinessDate | undefined;
  /** The contract whose reason is open at the side. */
  readonly vi?: string | undefined;
};

/** What a catalogue shows: `loc=chua-chac` only what still has to be compared with its document, `tim` what somebody looks for. */
type CatalogueSearch = { readonly loc?: string | undefined; readonly tim?: string | undefined };

/** What somebody looks for on the page of a briefing: `tim` words of its conclusions, `cua=toi` their own, `truoc` words of the last ones. */
export type BriefingSearch = {
  readonly tim?: string | undefined;
  readonly cua?: string | undefined;
  readonly truoc?: string | undefined;
};

/** What the check of the accrual shows. */
export type InterestCheckAddress = {
  readonly ngay?: BusinessDate | undefined;
  readonly xa?: string | undefined;
  /** The result: `khop`, `khac` or `khong`. */
  readonly kq?: string | undefined;
  /** Why a loan is not checkable. */
  readonly lydo?: string | undefined;
  /** The contract whose derivation is open at the side, and the commune it lies in. */
  readonly vi?: string | undefined;
  readonly tai?: string | undefined;
};

/** What a list of directives is narrowed to. */
export type DirectiveFilter = {
  readonly xa?: string | undefined;
  /** The source: `giao-ban`, `kho-khan`, `chu-tich`, `nghi-quyet`. */
  readonly nguon?: string | undefined;
  /** What has come of them: `chua-xong`, `tre`, `cho-nhan`, `tra-lai`, `xong`. */
  readonly loc?: string | undefined;
  /** One seat, or one body without a seat. */
  readonly cua?: string | undefined;
  readonly ten?: string | undefined;
  /** One briefing, by its id. */
  readonly buoi?: string | undefined;
  /** The briefings of its point before this one. */
  readonly truoc?: string | undefined;
};

/** Every address of the desk. A page's state is in its address: it can be kept, sent and printed. */
export const paths = {
  home: '/',
  office: (date?: BusinessDate) => `/pgd${stringifySearch({ ngay: date })}`,
  commune: (code: string, date?: BusinessDate, heat?: string) =>
    `/xa/${code}${stringifySearch({ ngay: date, nhiet: heat })}`,
  lists: (filter: ListFilter = {}) => `/danh-sach${stringifySearch(filter)}`,
  /** One named list, or `tat-ca` for every loan of the slice. */
  list: (name: string, filter: ListFilter = {}) => `/danh-sach/${name}${stringifySearch(filter)}`,
  /** The same loans by village, group, programme … or customer. */
  parts: (name: string, by: PartKind, filter: ListFilter = {}) =>
    `/danh-sach/${name}/theo/${PART_PATHS[by]}${stringifySearch(filter)}`,
  /** `figure` opens at the side what a figure of its head counts. */
  household: (communeCode: string, householdId: string, date?: BusinessDate, figure?: string) =>
    `/ho/${communeCode}/${householdId}${stringifySearch({ ngay: date, so: figure })}`,
  loan: (communeCode: string, contractNo: string, date?: BusinessDate) =>
    `/mon/${communeCode}/${contractNo}${stringifySearch({ ngay: date })}`,
  interestCheck: (at: InterestCheckAddress = {}) => `/kiem-tra-lai${stringifySearch(at)}`,
  people: (text?: string) => `/ho${stringifySearch({ tim: text })}`,
  imports: '/nhap',
  /** `fault` opens the rows of that fault at the side. */
  importBatch: (batchId: string, fault?: string) => `/nhap/${batchId}${stringifySearch({ loi: fault })}`,
  /** The rows of an import behind a number of its preview, of all communes, programmes and rates or of one; `lai` in hundredths of a percent. */
  importRows: (
    batchId: string,
    list: string,
    of: {
      readonly xa?: string | undefined;
      readonly ct?: string | undefined;
      readonly lai?: string | undefined;
    } = {},
  ) => `/nhap/${batchId}/${list}${stringifySearch(of)}`,
  /** Every cell of head office beside ours; `loc=chenh` only those that differ, `bang` one file, `chitieu` one measure. */
  importCells: (
    batchId: string,
    search: {
      readonly loc?: string | undefined;
      readonly bang?: string | undefined;
      readonly chitieu?: string | undefined;
      readonly tim?: string | undefined;
    } = {},
  ) => `/nhap/${batchId}/hoi-so${stringifySearch(search)}`,
  /** `loc=duoi-kha` shows only groups graded below Khá. */
  groups: (communeCode?: string, date?: BusinessDate, only?: typeof BELOW_FAIR) =>
    `/to${stringifySearch({ xa: communeCode, ngay: date, loc: only })}`,
  group: (communeCode: string, groupCode: string, date?: BusinessDate) =>
    `/to/${communeCode}/${groupCode}${stringifySearch({ ngay: date })}`,
  /** `xa` opens the villages of a commune, `mo` one area at the side, `tinh=du` shows provinces without communes too. */
  areas: (
    search: {
      readonly xa?: string | undefined;
      readonly mo?: string | undefined;
      readonly tinh?: string | undefined;
    } = {},
  ) => `/dia-ban${stringifySearch(search)}`,
  programmes: (search: CatalogueSearch = {}) => `/chuong-trinh${stringifySearch(search)}`,
  rules: (search: CatalogueSearch = {}) => `/quy-tac${stringifySearch(search)}`,
  briefings: (communeCode?: string) => `/giao-ban${stringifySearch({ xa: communeCode })}`,
  briefing: (communeCode: string, briefingId: string, { tim, cua, truoc }: BriefingSearch = {}) =>
    `/giao-ban/${communeCode}/${briefingId}${stringifySearch({ tim, cua, truoc })}`,
  hall: (communeCode: string, briefingId: string) => `/giao-ban/${communeCode}/${briefingId}/trinh-chieu`,
  invitations: (communeCode: string, briefingId: string) => `/giao-ban/${communeCode}/${briefingId}/giay-moi`,
  /** `loai` the paper, `pgd` the office where there are several. */
  templates: (search: { readonly loai?: string | undefined; readonly pgd?: string | undefined } = {}) =>
    `/mau-van-ban${stringifySearch(search)}`,
  /** `loc` shows one state, `cua` one seat, `ten` one body without a seat, `tu` what the overview since that day counts. */
  tasks: (
    search: {
      readonly xa?: string | undefined;
      readonly loc?: string | undefined;
      readonly cua?: string | undefined;
      readonly ten?: string | undefined;
      readonly tu?: BusinessDate | undefined;
    } = {},
  ) => `/viec${stringifySearch(search)}`,
  task: (communeCode: string, taskId: string) => `/viec/${communeCode}/${taskId}`,
  directives: ({ xa, nguon, loc, cua, ten, buoi, truoc }: DirectiveFilter = {}) =>
    `/chi-dao${stringifySearch({ xa, nguon, loc, cua, ten, buoi, truoc })}`,
  /** `loc`, `cua`, `ten` show some of its tasks. */
  directive: (
    communeCode: string,
    directiveId: string,
    { loc, cua, ten }: Pick<DirectiveFilter, 'loc' | 'cua' | 'ten'> = {},
  ) => `/chi-dao/${communeCode}/${directiveId}${stringifySearch({ loc, cua, ten })}`,
  calendar: (communeCode?: string) => `/lich${stringifySearch({ xa: communeCode })}`,
  /** `mo` opens one person at the side. */
  users: (search: { readonly tim?: string; readonly mo?: string } = {}) =>
    `/nguoi-dung${stringifySearch(search)}`,
  account: '/tai-khoan',
} as const;

/** The groups graded below Khá, in place of all. */
export const BELOW_FAIR = 'duoi-kha';

/** Every loan of a slice, in place of a named list. */
export const ALL_LOANS = 'tat-ca';
