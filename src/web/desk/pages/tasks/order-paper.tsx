import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { DateField } from '../../../shared/components/date-field.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';

/** The paper a directive comes with, as it is typed. */
export type OrderPaperDraft = {
  readonly number: string;
  readonly on: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly onTyped?: string | undefined;
  readonly issuer: string;
};

/** No paper yet. */
export const NO_ORDER_PAPER: OrderPaperDraft = { number: '', on: null, issuer: '' };

/** The paper as the operation takes it; an order's issuer is who gives it. */
export function paperOf({ number, on, issuer }: OrderPaperDraft, isOrder: boolean) {
  return {
    paperNumber: number || null,
    paperOn: on,
    paperIssuer: isOrder ? null : issuer || null,
  };
}

/** Number and day of the paper: of a resolution with its issuer, all of it needed; of an order where it is written. */
export function OrderPaper(props: {
  readonly isOrder: boolean;
  readonly paper: OrderPaperDraft;
  readonly onPaper: (paper: OrderPaperDraft) => void;
}): ReactElement {
  const { isOrder, paper, onPaper } = props;
  return (
    <>
      <div className="order-pair">
        <TextField
          label={isOrder ? 'Số văn bản (nếu có)' : 'Số nghị quyết'}
          value={paper.number}
          required={!isOrder}
          maxLength={LONGEST.paperNumber}
          placeholder={isOrder ? '12/CV-UBND' : '05/NQ-BĐD'}
          onText={(number) => onPaper({ ...paper, number })}
        />
        <DateField
          label={isOrder ? 'Ngày văn bản (nếu có)' : 'Ngày nghị quyết'}
          value={paper.on ?? undefined}
          typed={textOfDay(paper.onTyped, paper.on)}
          onDate={(on, onTyped) => onPaper({ ...paper, on: on ?? null, onTyped })}
        />
      </div>
      {isOrder ? null : (
        <TextField
          label="Cơ quan ban hành"
          value={paper.issuer}
          required
          maxLength={LONGEST.paperIssuer}
          placeholder="Ban đại diện Hội đồng quản trị cấp tỉnh hoặc cấp xã"
          onText={(issuer) => onPaper({ ...paper, issuer })}
        />
      )}
    </>
  );
}
