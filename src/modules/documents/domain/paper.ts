import type { BusinessDate } from '../../../kernel/dates.ts';
import type { PaperType } from './official-format.ts';

/**
 * An official paper as content only: what stands on it, not how it looks. Every line that differs from office to
 * office (issuer, abbreviations, signatories, recipients, standing wording) is given, none is made up here. How it is
 * set is decided once, in {@link layOutPaper}, for both formats.
 */
export type Paper = {
  readonly type: PaperType;
  /** The paper's own day: the day in its files' metadata, whatever day it is printed on. */
  readonly on: BusinessDate;
  readonly header: PaperHeader;
  /** What the paper is about, below its type: `Kết luận giao ban tháng 02/2027`. */
  readonly abstract: string | null;
  /** `Kính gửi`. */
  readonly addressees: readonly string[];
  /** `Căn cứ …`, one line each. */
  readonly grounds: readonly string[];
  readonly body: readonly PaperBlock[];
  /** One to three parties, from left to right. */
  readonly signatures: readonly SignatureParty[];
  /** `Nơi nhận`, one line each, without dash and semicolon. */
  readonly recipients: readonly string[];
  readonly annexes: readonly Annex[];
  /** Made from sample data: every page says so across its face. */
  readonly isSample: boolean;
  /** Not yet what it will say: every page says so across its face. */
  readonly isDraft?: boolean;
  /** A line at the foot of every page, as the head of the audit chain. */
  readonly footNote: string | null;
};

/** The top of the first page. */
export type PaperHeader = {
  /** `Mẫu số 01/BBGB`: forms of the bank name themselves above everything. */
  readonly form: string | null;
  /** The body above the issuer, one line each; empty when there is none. */
  readonly superior: readonly string[];
  readonly issuer: readonly string[];
  /** As {@link officialNumber} writes it. */
  readonly number: string | null;
  /** As {@link officialPlaceAndDate} writes it; minutes tell place and day in their text. */
  readonly placeAndDate: string | null;
};

/** A piece of text in one look. */
export type Run = { readonly text: string; readonly bold?: true; readonly italic?: true };

/** Text as it is written down: plain, or in pieces of different looks. */
export type Text = string | readonly Run[];

/** What a paper's body consists of. */
export type PaperBlock =
  | { readonly block: 'paragraph'; readonly text: Text; readonly align?: Align }
  /** `I. TÌNH HÌNH` (1), `1. Dư nợ` (2), `a) Quá hạn` (3); the label is given by the place among its like. */
  | { readonly block: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Numbered points: 1, 2, 3 or a, b, c, d, đ; numbering begins anew with every block. */
  | { readonly block: 'points'; readonly labels: 'numbers' | 'letters'; readonly points: readonly Text[] }
  | { readonly block: 'bullets'; readonly points: readonly Text[] }
  | PaperTable
  /** Pages turned sideways, for tables too wide to stand upright. */
  | { readonly block: 'landscape'; readonly blocks: readonly Exclude<PaperBlock, { block: 'landscape' }>[] };

/** How text stands between its margins. */
export type Align = 'justify' | 'left' | 'center' | 'right';

/** A table with rules; its head repeats on every page, no row is broken over two. */
export type PaperTable = {
  readonly block: 'table';
  /** Above the table, to the right: `Đơn vị: triệu đồng`. */
  readonly unit?: string;
  readonly columns: readonly PaperColumn[];
  /** Rows of the head; a cell may span columns and rows. */
  readonly head: readonly (readonly PaperCell[])[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** People sign in its rows: they leave room for a hand. */
  readonly isSigned?: true;
  /** The last row, bold. */
  readonly total?: readonly PaperCell[];
};

/** A column; its width is a share of the whole. */
export type PaperColumn = { readonly share: number; readonly align: Exclude<Align, 'justify'> };

/** A cell of a table. */
export type PaperCell =
  | Text
  | { readonly text: Text; readonly columns?: number; readonly rows?: number; readonly align?: Align };

/** Who signs: lines of capacity from top to bottom, room for hand and seal, the name. */
export type SignatureParty = {
  /** As {@link signingLines} writes them. */
  readonly lines: readonly string[];
  /** In brackets below: `Ký, ghi rõ họ tên`. */
  readonly hint?: string;
  readonly name: string;
};

/** What is bound behind the paper, on pages with numbers of their own. */
export type Annex = {
  readonly title: string;
  /** `Kèm theo Biên bản số 05/BB-UBND ngày 05 tháng 02 năm 2027`. */
  readonly belongsTo: string;
  readonly isLandscape: boolean;
  readonly blocks: readonly Exclude<PaperBlock, { block: 'landscape' }>[];
};
