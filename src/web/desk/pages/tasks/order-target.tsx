import { type ReactElement, useState } from 'react';
import {
  RESPONSIBLES,
  type Responsible,
  SPREADS,
  type Spread,
} from '../../../../modules/governance/domain/directive.ts';
import { FIGURE_MEASURES, type FigureMeasure } from '../../../../modules/governance/domain/task-figures.ts';
import { ASSOCIATION_NAMES } from '../../../../modules/identity/domain/assignment.ts';
import { countLists } from '../../../../modules/portfolio/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { SelectField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger } from '../../../shared/format.ts';
import type { Me } from '../../session.tsx';
import { type Owner, OwnerField, type SeatOption } from '../briefing/owner-field.tsx';

/** To whom a directive goes, as the form has it. */
export type Target = {
  readonly spread: Spread;
  readonly recipients: readonly { readonly seat: string | null; readonly name: string }[];
  readonly list: string | null;
  readonly associationCode: string | null;
  readonly responsible: Responsible;
  readonly figure: FigureMeasure | null;
};

/** Nobody yet. */
export const NO_TARGET: Target = {
  spread: 'seats',
  recipients: [],
  list: null,
  associationCode: null,
  responsible: 'groupLeader',
  figure: null,
};

/** The target as the operations take it. */
export function whereTo({ spread, list, associationCode, responsible }: Target) {
  return {
    spread,
    codes: [],
    list: spread === 'loans' ? list : null,
    listAssociationCode: spread === 'loans' ? associationCode : null,
    listVillageCode: null,
    listGroupCode: null,
    responsible,
  };
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

type Props = {
  readonly commune: Me['communes'][number];
  readonly seats: readonly SeatOption[];
  readonly target: Target;
  readonly onTarget: (target: Target) => void;
};

/** The fields of whom a directive is for: chosen offices, every association, village or group, or the loans of a list. */
export function OrderTarget(props: Props): ReactElement {
  const { target, onTarget } = props;
  return (
    <>
      <SelectField
        label="Giao cho"
        value={target.spread}
        options={optionsOf(SPREADS)}
        onChoose={(spread) => onTarget({ ...target, spread: spread as Spread })}
      />
      {target.spread === 'seats' ? <Recipients {...props} /> : null}
      {target.spread === 'loans' ? <Loans {...props} /> : null}
    </>
  );
}

function Recipients({ seats, target, onTarget }: Props): ReactElement {
  const [owner, setOwner] = useState<Owner>({ ownerSeat: null, ownerName: null });
  const add = (chosen: Owner) => {
    if (chosen.ownerName === null) return;
    const name = chosen.ownerName;
    const others = target.recipients.filter((one) => one.name !== name);
    onTarget({ ...target, recipients: [...others, { seat: chosen.ownerSeat, name }] });
    setOwner({ ownerSeat: null, ownerName: null });
  };
  const take = (chosen: Owner) => (chosen.ownerSeat === null ? setOwner(chosen) : add(chosen));
  return (
    <div className="form-field">
      <span className="form-label">Nơi nhận</span>
      {target.recipients.length === 0 ? null : (
        <ul className="order-recipients">
          {target.recipients.map((one) => (
            <li key={`${one.seat} ${one.name}`}>
              {one.name}
              <button
                type="button"
                className="icon-btn"
                aria-label={`Bỏ ${one.name}`}
                onClick={() =>
                  onTarget({ ...target, recipients: target.recipients.filter((other) => other !== one) })
                }
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="order-add">
        <OwnerField label="Thêm nơi nhận" seats={seats} value={owner} onOwner={take} />
        <button type="button" className="btn" disabled={owner.ownerName === null} onClick={() => add(owner)}>
          Thêm
        </button>
      </div>
    </div>
  );
}

function Loans({ commune, target, onTarget }: Props): ReactElement {
  const { data } = useQuestion(countLists, { communeId: commune.id });
  const lists = (data?.lists ?? []).filter(({ loans }) => loans > 0);
  return (
    <>
      <SelectField
        label="Danh sách món vay"
        value={target.list ?? ''}
        options={[
          { value: '', text: 'Chọn danh sách' },
          ...lists.map(({ list, title, loans }) => ({
            value: list,
            text: `${title}: ${formatInteger(loans)} món`,
          })),
        ]}
        onChoose={(list) => onTarget({ ...target, list: list === '' ? null : list })}
      />
      <SelectField
        label="Của hội"
        value={target.associationCode ?? ''}
        options={[{ value: '', text: 'Tất cả' }, ...optionsOf(ASSOCIATION_NAMES)]}
        onChoose={(code) => onTarget({ ...target, associationCode: code === '' ? null : code })}
      />
      <SelectField
        label="Người chịu trách nhiệm"
        value={target.responsible}
        options={optionsOf(RESPONSIBLES)}
        onChoose={(responsible) => onTarget({ ...target, responsible: responsible as Responsible })}
      />
      <SelectField
        label="Đo kết quả bằng số liệu tháng sau"
        hint="Số liệu mới được đặt cạnh báo cáo, và nói khi khác với báo cáo."
        value={target.figure ?? ''}
        options={[{ value: '', text: 'Không đo bằng số liệu' }, ...optionsOf(FIGURE_MEASURES)]}
        onChoose={(figure) =>
          onTarget({ ...target, figure: figure === '' ? null : (figure as FigureMeasure) })
        }
      />
    </>
  );
}
