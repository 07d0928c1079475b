import type { Id } from '../../../kernel/ids.ts';
import type { FaultCount } from '../domain/batch-reading.ts';
import {
  FAULT_CODES,
  FAULTS,
  type Fault,
  type FaultCode,
  type FoundFault,
  faultKind,
} from '../domain/faults.ts';
import type { RowWriter } from './copy-text.ts';

/** Writes the faults of a batch, numbered within their code, and counts them. */
export type FaultWriter = {
  /** Where the faults of one sheet go. */
  of(fileId: Id, sheet: string): (fault: FoundFault) => void;
  /** Forgets what was written: the rows are sent anew. */
  restart(): void;
  counts(): FaultCount[];
};

/** Starts a writer of faults. */
export function faultWriter(writer: RowWriter): FaultWriter {
  const numbers = new Map<FaultCode, number>();
  const byKind = new Map<string, number>();
  return {
    of: (fileId, sheet) => (fault) => {
      const { code, kind, row, column = null, contractNo = null, customerCode = null, found } = fault;
      const number = (numbers.get(code) ?? 0) + 1;
      numbers.set(code, number);
      byKind.set(`${code} ${kind}`, (byKind.get(`${code} ${kind}`) ?? 0) + 1);
      const { done } = faultKind(code, kind);
      const place = [fileId, sheet, row, column, contractNo, customerCode];
      writer.add('fault', [code, number, kind, ...place, found, done]);
    },
    restart: () => {
      numbers.clear();
      byKind.clear();
    },
    counts: () =>
      FAULT_CODES.map((code) => {
        const kinds = Object.entries((FAULTS[code] as Fault).kinds).map(([kind, { isCounted }]) => ({
          ...{ kind, isCounted },
          count: byKind.get(`${code} ${kind}`) ?? 0,
        }));
        const counted = kinds.filter((kind) => kind.isCounted);
        return { code, count: counted.reduce((sum, kind) => sum + kind.count, 0), kinds };
      }),
  };
}
