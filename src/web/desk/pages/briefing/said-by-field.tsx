import { type ReactElement, useId, useRef } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { listSeats } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { OwnerField } from './owner-field.tsx';
import { OwnerHint } from './owner-hint.tsx';
import { ownerTyped, seatOptions } from './seats-typed.ts';

/**
 * Who said what somebody writes down for them [GV102], found by a few letters as the owner of a conclusion is [GV138]; the same field
 * wherever a difficulty is raised.
 */
export function SaidByField(props: {
  /** Whose offices are asked; in a meeting with its own. */
  readonly asked: { readonly communeId: Id; readonly briefingId?: Id };
  readonly value: string;
  readonly onText: (typed: string) => void;
}): ReactElement {
  const hintId = useId();
  const { data } = useQuestion(listSeats, props.asked);
  const seats = seatOptions(data);
  const field = {
    field: useRef<HTMLInputElement>(null),
    seats,
    value: ownerTyped(seats, props.value),
    onOwner: ({ ownerName }: { readonly ownerName: string | null }) => props.onText(ownerName ?? ''),
  };
  return (
    <div className="form-field">
      <span className="form-label">Ai nêu</span>
      <OwnerField
        label="Ai nêu"
        describedBy={hintId}
        placeholder="Tên hoặc chức vụ"
        maxLength={LONGEST.teller}
        {...field}
      />
      <span id={hintId} className="form-hint">
        Bỏ trống nếu là chính mình.
      </span>
      <OwnerHint consequence="ghi đúng như đã gõ." {...field} />
    </div>
  );
}
