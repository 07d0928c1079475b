import type { FormEvent, ReactElement } from 'react';
import { inCommune } from '../../../../kernel/commune-words.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { measureConclusion } from '../../../../modules/governance/contract.ts';
import type { MeasuredBy, MeasuredPart } from '../../../../modules/governance/domain/measured-by.ts';
import { FIGURE_MEASURES, type FigureMeasure } from '../../../../modules/governance/domain/task-figures.ts';
import { listLoans } from '../../../../modules/portfolio/contract.ts';
import type { ListName } from '../../../../modules/portfolio/domain/list-names.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { SelectField } from '../../../shared/components/field.tsx';
import { ListChoice } from '../tasks/list-choice.tsx';
import { useParts } from '../tasks/use-parts.ts';
import type { Briefing, Within } from './briefing.ts';
import { Meanwhile, takenOutWords } from './meanwhile.tsx';
import { type KeptForm, useDraft } from './use-draft.ts';

type Conclusion = Briefing['conclusions'][number];

/** The list that each figure is mostly asked of; another can be chosen. */
const USUAL_LIST: Readonly<Record<FigureMeasure, ListName | null>> = {
  overdue: 'overdue',
  unpaidInterest: 'unpaid_interest',
  frozen: 'frozen',
  transaction: 'inactive_3_months',
  outstanding: null,
  checked: 'disbursed_last_30_days',
};

const TOLD_BY_FIGURES = 'Khi có số liệu mới, số liệu đứng cạnh báo cáo của việc này.';
/** The bank's figures hold no checks [GV95]. */
const COUNTED_BY_REPORTS =
  'Ngân hàng không có số liệu về kiểm tra: đếm các món mà báo cáo của việc này nêu ở “Hồ sơ liên quan”.';

type Draft = {
  readonly figure: FigureMeasure | null;
  readonly list: string | null;
  /** `commune:`, `group:0026000`, … */
  readonly place: string;
  /** A customer of the list; empty for all. */
  readonly customer: string;
};

/**
 * By which figures a conclusion will be told: what is to change, on which list, of whom [GV82]; of one that was taken out meanwhile it
 * says so, and brings it back [GV119].
 */
export function ConclusionMeasure(props: {
  readonly conclusionId: Id;
  /** Undefined: it was taken out. */
  readonly line: Conclusion | undefined;
  readonly briefing: Briefing;
  readonly within: Within;
  readonly form: KeptForm;
}): ReactElement {
  const { conclusionId, line, within, form } = props;
  // The line as the person saw it: one that others change meanwhile is looked at again.
  const [{ baseVersion, ...draft }, setDraft] = useDraft(form.name, () => ({
    ...draftOf(line?.measuredBy ?? null),
    baseVersion: line?.version ?? 0,
  }));
  const measure = useCommand(measureConclusion);
  const measuredBy = measureOf(draft);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const said = { ...within, conclusionId, baseVersion, measuredBy };
    await form.send(
      (onTaken) => measure.run(said, { onTaken }),
      () => setDraft({ baseVersion: baseVersion + 1 }),
    );
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {line === undefined ? (
        <Meanwhile
          what={takenOutWords(props.briefing, conclusionId)}
          next="“Ghi lại” đưa kết luận trở lại và đo bằng số liệu đang chọn."
        />
      ) : null}
      <SelectField
        label="Đo kết quả bằng số liệu tháng sau"
        hint={draft.figure === 'checked' ? COUNTED_BY_REPORTS : TOLD_BY_FIGURES}
        value={draft.figure ?? ''}
        options={[
          { value: '', text: 'Không đo bằng số liệu' },
          ...Object.entries(FIGURE_MEASURES).map(([value, text]) => ({ value, text })),
        ]}
        onChoose={(value) => setDraft(withFigure(draft, value === '' ? null : (value as FigureMeasure)))}
      />
      {draft.figure === null ? null : (
        <WhichLoans draft={draft} briefing={props.briefing} within={within} onDraft={setDraft} />
      )}
      <Refused error={measure.error} />
      <div className="form-acts">
        <button
          type="submit"
          className="btn go sm"
          disabled={measure.isBusy || (draft.figure !== null && measuredBy === null)}
        >
          Ghi lại
        </button>
        <button type="button" className="btn sm" onClick={form.close}>
          Thôi
        </button>
      </div>
    </form>
  );
}

function WhichLoans(props: {
  draft: Draft;
  briefing: Briefing;
  within: Within;
  onDraft: (draft: Draft) => void;
}): ReactElement {
  const { draft, within, onDraft } = props;
  const { communeId } = within;
  const { associations, villages, groups } = useParts(communeId);
  const of = (part: MeasuredPart, options: typeof groups) =>
    options.map(({ value, text }) => ({ value: `${part}:${value}`, text }));
  return (
    <>
      <ListChoice
        commune={{ id: communeId }}
        list={draft.list}
        onList={(list) => onDraft({ ...draft, list, customer: '' })}
      />
      <SelectField
        label="Của"
        value={draft.place}
        options={[
          { value: 'commune:', text: inCommune('Cả xã', props.briefing.communeName) },
          ...of('association', associations),
          ...of('village', villages),
          ...of('group', groups),
        ]}
        onChoose={(place) => onDraft({ ...draft, place, customer: '' })}
      />
      {draft.list === null ? null : <WhichHousehold {...props} list={draft.list} />}
    </>
  );
}

/** One household of the list, where the conclusion is about one. */
function WhichHousehold(props: {
  draft: Draft;
  within: Within;
  list: string;
  onDraft: (draft: Draft) => void;
}): ReactElement {
  const { draft, within, list, onDraft } = props;
  const [part = '', code = ''] = draft.place.split(':');
  const { data } = useQuestion(listLoans, {
    list: list as ListName,
    communeId: within.communeId,
    ...(part === 'association' ? { associationCode: code } : {}),
    ...(part === 'village' ? { villageCode: code } : {}),
    ...(part === 'group' ? { groupCode: code } : {}),
    limit: 500,
  });
  const names = new Map(
    (data?.rows ?? []).map(({ customerCode, customerName, villageName }) => [
      customerCode,
      [customerName ?? customerCode, villageName].filter(Boolean).join(', '),
    ]),
  );
  // One chosen before stays to be seen, also when the list has changed.
  if (draft.customer !== '' && !names.has(draft.customer)) names.set(draft.customer, draft.customer);
  return (
    <SelectField
      label="Hộ"
      value={draft.customer}
      options={[{ value: '', text: 'Mọi hộ' }, ...[...names].map(([value, text]) => ({ value, text }))]}
      onChoose={(customer) => onDraft({ ...draft, customer })}
    />
  );
}

function draftOf(measuredBy: Conclusion['measuredBy']): Draft {
  if (measuredBy === null) return { figure: null, list: null, place: 'commune:', customer: '' };
  const { figure, list, part, code } = measuredBy;
  return part === 'customer'
    ? { figure, list, place: 'commune:', customer: code }
    : { figure, list, place: `${part}:${code}`, customer: '' };
}

function withFigure(draft: Draft, figure: FigureMeasure | null): Draft {
  if (figure === null || figure === draft.figure) return { ...draft, figure };
  return { ...draft, figure, list: USUAL_LIST[figure] ?? draft.list, customer: '' };
}

function measureOf({ figure, list, place, customer }: Draft): MeasuredBy | null {
  if (figure === null || list === null) return null;
  if (customer !== '') return { figure, list, part: 'customer', code: customer };
  const [part = 'commune', code = ''] = place.split(':');
  return { figure, list, part: part as MeasuredPart, code };
}
