import type { ReactElement } from 'react';
import { Fold } from '../../../shared/components/fold.tsx';
import { formatInteger, formatVnd } from '../../../shared/format.ts';
import type { Me } from '../../session.tsx';
import type { Target } from './target.ts';
import { useOrderPreview } from './use-order-preview.ts';

/** The loans of the list, each ticked until it is left out: name, village, what is owed, who would get the task. */
export function OrderLoans(props: {
  readonly commune: Me['communes'][number];
  readonly target: Target;
  readonly onLeftOut: (leftOut: readonly string[]) => void;
}): ReactElement | null {
  const { commune, target, onLeftOut } = props;
  const { data } = useOrderPreview(commune, target);
  if (data === undefined || data.loans.length === 0 || data.tasks > data.mostTasks) return null;
  const out = new Set(target.leftOut);
  const toggle = (contractNo: string) => {
    if (!out.delete(contractNo)) out.add(contractNo);
    onLeftOut([...out]);
  };
  const chosen = data.loans.filter(({ contractNo }) => !out.has(contractNo)).length;
  return (
    <Fold
      label="Từng món trong danh sách"
      note={`chọn ${formatInteger(chosen)}/${formatInteger(data.loans.length)} món`}
    >
      <fieldset className="checks ticks">
        <legend className="sr">Từng món trong danh sách</legend>
        {data.loans.map((loan) => (
          <label key={loan.contractNo} className="check">
            <input
              type="checkbox"
              checked={!out.has(loan.contractNo)}
              onChange={() => toggle(loan.contractNo)}
            />
            <span>
              {loan.personName ?? `Khế ước ${loan.contractNo}`}
              <span className="sub">
                {[loan.villageName, formatVnd(loan.outstandingVnd), loan.ownerName]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <span className="row-acts">
        <button type="button" className="link" onClick={() => onLeftOut([])}>
          Chọn tất cả
        </button>
        <button
          type="button"
          className="link"
          onClick={() => onLeftOut(data.loans.map(({ contractNo }) => contractNo))}
        >
          Bỏ chọn tất cả
        </button>
      </span>
    </Fold>
  );
}
