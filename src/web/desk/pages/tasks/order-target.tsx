import type { ReactElement } from 'react';
import { inVillages } from '../../../../kernel/commune-words.ts';
import {
  RESPONSIBLES,
  type Responsible,
  SPREADS,
  type Spread,
} from '../../../../modules/governance/domain/directive.ts';
import { FIGURE_MEASURES, type FigureMeasure } from '../../../../modules/governance/domain/task-figures.ts';
import { SelectField } from '../../../shared/components/field.tsx';
import type { Me } from '../../session.tsx';
import type { SeatOption } from '../briefing/seats-typed.ts';
import { CodeChoice } from './code-choice.tsx';
import { ListChoice } from './list-choice.tsx';
import { OrderLoans } from './order-loans.tsx';
import { OrderRecipients } from './order-recipients.tsx';
import type { Target } from './target.ts';
import { type Parts, useParts } from './use-parts.ts';

const optionsOf = (words: Readonly<Record<string, string>>, said = (text: string) => text) =>
  Object.entries(words).map(([value, text]) => ({ value, text: said(text) }));

type Props = {
  readonly commune: Me['communes'][number];
  readonly seats: readonly SeatOption[];
  readonly target: Target;
  /** Under the choice of the list, where one was needed. */
  readonly listError: string | undefined;
  /** That letters of a recipient were left in their field when it was to be given. */
  readonly isRecipientLeftOut: boolean;
  readonly onTarget: (target: Target) => void;
};

/** The fields of whom a directive is for: chosen offices, associations, villages or groups, or loans of a list. */
export function OrderTarget(props: Props): ReactElement {
  const { commune, target, onTarget } = props;
  const { spread } = target;
  const known = useParts(commune.id);
  const there = (words: string) => inVillages(words, commune.name);
  return (
    <>
      <SelectField
        label="Giao cho"
        value={spread}
        options={optionsOf(SPREADS, there)}
        onChoose={(chosen) => onTarget({ ...target, spread: chosen as Spread, codes: [] })}
      />
      {spread === 'seats' ? (
        <OrderRecipients
          seats={props.seats}
          target={target}
          isLeftOut={props.isRecipientLeftOut}
          onTarget={onTarget}
        />
      ) : spread === 'loans' ? (
        <Loans
          commune={commune}
          known={known}
          target={target}
          listError={props.listError}
          onTarget={onTarget}
        />
      ) : (
        <CodeChoice
          {...partWords(spread, there)}
          options={known[spread]}
          chosen={target.codes}
          onChoose={(codes) => onTarget({ ...target, codes })}
        />
      )}
    </>
  );
}

type PartWords = { readonly label: string; readonly all: string };

const PART_WORDS: Readonly<Record<keyof Parts, PartWords>> = {
  associations: { label: 'Hội đoàn thể', all: 'mọi hội' },
  villages: { label: 'Thôn', all: 'mọi thôn' },
  groups: { label: 'Tổ', all: 'mọi tổ' },
};

/** The words of a kind of part, as the order's commune calls its villages. */
function partWords(kind: keyof Parts, there: (words: string) => string): PartWords {
  const { label, all } = PART_WORDS[kind];
  return { label: there(label), all: there(all) };
}

type LoansProps = Omit<Props, 'seats' | 'isRecipientLeftOut'> & { readonly known: Parts };

/** Which loans: a list, parts of it, single ones; who answers for each, and what the figures are to show. */
function Loans({ commune, known, target, listError, onTarget }: LoansProps): ReactElement {
  // Another list or other parts have other loans: what was left out of the ones before says nothing about them.
  const change = (changed: Partial<Target>) => onTarget({ ...target, leftOut: [], ...changed });
  return (
    <>
      <ListChoice
        commune={commune}
        list={target.list}
        error={listError}
        onList={(list) => change({ list })}
      />
      <div className="order-parts">
        {(Object.keys(PART_WORDS) as (keyof Parts)[]).map((kind) => (
          <CodeChoice
            key={kind}
            {...partWords(kind, (words) => inVillages(words, commune.name))}
            options={known[kind]}
            chosen={target.parts[kind]}
            onChoose={(codes) => change({ parts: { ...target.parts, [kind]: codes } })}
          />
        ))}
      </div>
      <SelectField
        label="Người chịu trách nhiệm"
        value={target.responsible}
        options={optionsOf(RESPONSIBLES)}
        onChoose={(responsible) => onTarget({ ...target, responsible: responsible as Responsible })}
      />
      <OrderLoans commune={commune} target={target} onLeftOut={(leftOut) => change({ leftOut })} />
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
