import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { columnName } from './cell.ts';
import { CellLeap } from './cell-leap.ts';
import { MOST_COLUMNS, MOST_ROWS, parseReference } from './cell-reference.ts';
import { CELL_TYPE, type CellContext, type CellType, cellFromText, cellType, MISSING } from './cell-value.ts';
import { ElementMeter } from './element-meter.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';
import type { RowSink } from './row-sink.ts';
import { onlyRowNumber, readAttributes } from './xml-attributes.ts';
import type { XmlListener, XmlTag } from './xml-scanner.ts';
import { decodeUtf8, resolveEntities, trimXml, undoEscapes } from './xml-text.ts';

type State = 'start' | 'sheet' | 'dimension' | 'rows' | 'row' | 'cell' | 'value' | 'inline' | 'run' | 'text';

/** Which elements are looked at inside which; all others are passed over with everything in them (formulas, phonetic runs, merges, filters). */
const CHILDREN: Readonly<Record<State, Readonly<Record<string, State>>>> = {
  start: { worksheet: 'sheet' },
  sheet: { dimension: 'dimension', sheetData: 'rows' },
  dimension: {},
  rows: { row: 'row' },
  row: { c: 'cell' },
  cell: { v: 'value', is: 'inline' },
  value: {},
  inline: { t: 'text', r: 'run' },
  run: { t: 'text' },
  text: {},
};

const LONGEST_TEXT = 4 * 32_767;

/** Listens to a sheet's XML, in every form the standard allows, and fills the rows. The common form of a cell is taken by {@link CellLeap}. */
export class SheetListener implements XmlListener {
  readonly #sheet: string;
  readonly #sink: RowSink;
  readonly #context: CellContext;
  readonly #leap: CellLeap;
  readonly #limits: ReaderLimits;
  readonly #meter: ElementMeter;
  readonly #parents: State[] = [];
  #state: State = 'start';
  #passedOver = 0;
  #bytes = 0;
  #prefix = '';
  #type: CellType = CELL_TYPE.number;
  #style = 0;
  #value = '';
  #run = '';
  #isKept = false;
  declaredRange: string | undefined;
  refusal: Refusal<ReaderRefusalCode> | undefined;

  constructor(sheet: string, sink: RowSink, context: CellContext, limits: ReaderLimits) {
    this.#limits = limits;
    this.#meter = new ElementMeter({ empty: limits.emptyElements, perFilled: limits.elementsPerFilled });
    this.#sheet = sheet;
    this.#sink = sink;
    this.#context = context;
    this.#leap = new CellLeap(sink, context);
  }

  leap(bytes: Buffer, at: number, end: number): number {
    return this.#state === 'row' && this.#passedOver === 0 && this.#prefix === ''
      ? this.#leap.run(bytes, at, end)
      : at;
  }

  open(tag: XmlTag): boolean {
    if (this.#passedOver > 0) {
      if (!tag.isEmpty) this.#passedOver++;
      return this.#counted();
    }
    if (this.#state === 'start') this.#prefix = prefixOf(tag);
    const next = this.#child(tag);
    if (next === undefined) {
      if (this.#state === 'start' || this.#state === 'value' || this.#state === 'text')
        return this.#malformed();
      if (!tag.isEmpty) this.#passedOver = 1;
      return this.#counted();
    }
    // Of rows there are no more than a sheet can have.
    if (next !== 'row' && !this.#counted()) return false;
    this.#parents.push(this.#state);
    this.#state = next;
    return this.#entered(tag) && (!tag.isEmpty || this.close());
  }

  close(): boolean {
    if (this.#passedOver > 0) {
      this.#passedOver--;
      return true;
    }
    const left = this.#state;
    this.#state = this.#parents.pop() ?? 'start';
    if (left === 'text') this.#value += undoEscapes(this.#isKept ? this.#run : trimXml(this.#run));
    else if (left === 'value') this.#value = this.#run;
    else if (left === 'cell') return this.#endCell();
    else if (left === 'row') {
      this.#sink.endRow();
      return !this.#sink.isStopped;
    }
    return true;
  }

  text(bytes: Buffer, start: number, end: number, isCdata: boolean): boolean {
    if (isCdata && !this.#counted()) return false;
    if (this.#passedOver > 0 || (this.#state !== 'value' && this.#state !== 'text')) return true;
    const raw = decodeUtf8(bytes, start, end);
    if (raw === undefined) return this.#refuseCell('cellTextDamaged');
    const text = isCdata ? raw : resolveEntities(raw);
    if (text === undefined) return this.#malformed();
    this.#run += text;
    return this.#run.length + this.#value.length <= LONGEST_TEXT || this.#refuseCell('cellTextTooLong');
  }

  aside(): boolean {
    return this.#counted();
  }

  /** Takes note of the next bytes of the sheet; false when too many have held nothing. To be asked before they are scanned. */
  weigh(bytes: number): boolean {
    const { emptyBytes, bytesPerFilled } = this.#limits;
    this.#bytes += bytes;
    return this.#bytes <= emptyBytes + bytesPerFilled * this.#sink.filledCells || this.#refuseClutter();
  }

  /** Where the reader is, for a sentence. */
  where(): string {
    return this.#sink.row === 0 ? '' : ` gần dòng ${this.#sink.row}`;
  }

  #child(tag: XmlTag): State | undefined {
    const name = tag.bytes.toString('latin1', tag.nameStart, tag.nameEnd);
    return name.startsWith(this.#prefix) ? CHILDREN[this.#state][name.slice(this.#prefix.length)] : undefined;
  }

  #counted(): boolean {
    return this.#meter.count(this.#sink.filledCells) || this.#refuseClutter();
  }

  #refuseClutter(): false {
    this.refusal = refuse('sheetTooCluttered', { sheet: this.#sheet, where: this.where() });
    return false;
  }

  #entered(tag: XmlTag): boolean {
    const state = this.#state;
    if (state === 'text' || state === 'value') {
      this.#run = '';
      this.#isKept = tag.bytes.toString('latin1', tag.nameEnd, tag.end).includes('preserve');
      return true;
    }
    if (state === 'inline') this.#type = CELL_TYPE.inline;
    if (state !== 'row' && state !== 'cell' && state !== 'dimension') return true;
    const rowNumber = state === 'row' ? onlyRowNumber(tag) : undefined;
    if (rowNumber !== undefined) return this.#startRow(rowNumber);
    const attributes = readAttributes(tag);
    if (attributes === undefined) return this.#malformed();
    if (state === 'row') return this.#startRow(attributes.get('r'));
    if (state === 'cell') return this.#startCell(attributes);
    this.declaredRange = attributes.get('ref')?.slice(0, 40);
    return true;
  }

  #startRow(r: string | undefined): boolean {
    const row = r === undefined ? this.#sink.row + 1 : Number(r);
    if (!/^[0-9]{1,9}$/.test(r ?? '1') || row <= this.#sink.row) return this.#refuseReference(r ?? '');
    if (row > MOST_ROWS) return this.#refuseBeyond(row, 0);
    this.#sink.startRow(row);
    return true;
  }

  #startCell(attributes: ReadonlyMap<string, string>): boolean {
    const { row } = this.#sink;
    const r = attributes.get('r');
    const place = r === undefined ? { row, column: this.#sink.column + 1 } : parseReference(r);
    if (place === undefined) return this.#refuseReference(r ?? '');
    if (place.column >= MOST_COLUMNS || place.row > MOST_ROWS)
      return this.#refuseBeyond(place.row, place.column);
    if (place.row !== row || place.column <= this.#sink.column) return this.#refuseReference(r ?? '');
    this.#sink.column = place.column;
    this.#type = cellType(attributes.get('t'));
    this.#style = Number(attributes.get('s') ?? 0);
    this.#value = '';
    return true;
  }

  #endCell(): boolean {
    const { column, wanted } = this.#sink;
    if (wanted[column] !== 1) {
      this.#sink.pass(column, this.#value !== '');
      return true;
    }
    const cell = cellFromText(this.#value, this.#type, this.#style, this.#context);
    if (cell === MISSING) return this.#refuseCell('sharedTextMissing');
    this.#sink.put(column, cell);
    return true;
  }

  #refuseReference(reference: string): false {
    const { row } = this.#sink;
    this.refusal = refuse('cellReferenceInvalid', {
      sheet: this.#sheet,
      row,
      reference: reference.slice(0, 20),
    });
    return false;
  }

  #refuseBeyond(row: number, column: number): false {
    this.refusal = refuse('cellBeyondLimits', { sheet: this.#sheet, row, column: columnName(column) });
    return false;
  }

  #refuseCell(code: 'cellTextDamaged' | 'cellTextTooLong' | 'sharedTextMissing'): false {
    const column = columnName(Math.max(0, this.#sink.column));
    this.refusal = refuse(code, { sheet: this.#sheet, row: this.#sink.row, column });
    return false;
  }

  #malformed(): false {
    this.refusal = refuse('xmlMalformed', { place: `Trang “${this.#sheet}”`, where: this.where() });
    return false;
  }
}

/** The prefix of a tag's name with its colon, as `x:`; empty without one. */
function prefixOf(tag: XmlTag): string {
  const name = tag.bytes.toString('latin1', tag.nameStart, tag.nameEnd);
  return name.slice(0, name.indexOf(':') + 1);
}
