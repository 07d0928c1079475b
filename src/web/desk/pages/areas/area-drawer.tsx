import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import { enterAreaValue, showArea, withdrawAreaValue } from '../../../../modules/registry/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Chip, Status } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import { Pair } from '../household/loan-sections.tsx';
import {
  type AreaId,
  differingBankName,
  KIND_WORDS,
  mergedText,
  type Register,
  validityText,
} from './area.ts';
import { MergeForm } from './merge-form.tsx';
import { PlaceForm } from './place-form.tsx';
import { ValueForm } from './value-form.tsx';

type Shown = OutputOf<typeof showArea>;
type Entry = Shown['entries'][number];

/** One area: its names, codes and province over time, each with its document, and the forms that add to them. */
export function AreaDrawer(props: {
  readonly areaId: AreaId;
  readonly register: Register;
  readonly onClose: () => void;
}): ReactElement {
  const me = useMe();
  const answer = useQuestion(showArea, { areaId: props.areaId });
  const title = answer.data?.area.name ?? 'Địa bàn';
  return (
    <Dialog isDrawer title={title} onClose={props.onClose}>
      <Show answer={answer} rows={6}>
        {(shown) => (
          <>
            <Facts shown={shown} />
            {may(me, enterAreaValue) ? (
              <div className="form-apart">
                <Forms shown={shown} register={props.register} />
              </div>
            ) : null}
            <Names shown={shown} />
            <Entries
              title="Mã hành chính"
              entries={shown.entries.filter(({ field }) => field === 'state_code')}
            />
            <Entries title="Tỉnh" entries={shown.entries.filter(({ field }) => field === 'province')} />
            <Merges areaId={props.areaId} register={props.register} />
          </>
        )}
      </Show>
    </Dialog>
  );
}

function Facts({ shown: { area } }: { readonly shown: Shown }): ReactElement {
  const unknown = <span className="faint">chưa ghi</span>;
  return (
    <>
      <dl className="kv kv-tight">
        <Pair name="Loại" value={KIND_WORDS[area.kind]} />
        {area.kind === 'province' ? null : (
          <>
            <Pair name="Thuộc" value={area.parentName ?? <span className="faint">chưa xếp tỉnh</span>} />
            <Pair name="Mã ngân hàng" value={area.bankCode ?? unknown} />
          </>
        )}
        <Pair name="Mã hành chính" value={area.stateCode ?? unknown} />
        <Pair name="Hiệu lực" value={validityText(area)} />
      </dl>
      {area.isNamed ? null : (
        <p className="in-text">
          <Status tone="warn" icon="warning">
            Tệp ngân hàng có mã này mà không có tên.
          </Status>
        </p>
      )}
    </>
  );
}

type FormName = 'name' | 'state_code' | 'place' | 'merge';

function Forms({ shown: { area }, register }: { shown: Shown; register: Register }): ReactElement {
  const [open, setOpen] = useState<FormName>();
  const onDone = () => setOpen(undefined);
  if (open === 'name' || open === 'state_code') return <ValueForm area={area} field={open} onDone={onDone} />;
  if (open === 'place') return <PlaceForm communes={[area]} provinces={register.provinces} onDone={onDone} />;
  if (open === 'merge') return <MergeForm area={area} register={register} onDone={onDone} />;
  const buttons: readonly (readonly [FormName, string])[] = [
    ['name', area.isNamed ? 'Ghi tên đúng' : 'Đặt tên'],
    ['state_code', 'Ghi mã hành chính'],
    ...(area.kind === 'commune' ? [['place', 'Xếp vào tỉnh'] as const] : []),
    ['merge', 'Ghi việc nhập'],
  ];
  return (
    <p className="form-acts no-print">
      {buttons.map(([name, text]) => (
        <button key={name} type="button" className="btn sm" onClick={() => setOpen(name)}>
          {text}
        </button>
      ))}
    </p>
  );
}

/** Names people entered, and below them what the files said: none overwrites the other. */
function Names({ shown: { area, entries, bankNames } }: { readonly shown: Shown }): ReactElement | null {
  const entered = entries.filter(({ field }) => field === 'name');
  const differing = differingBankName(area);
  if (entered.length === 0 && bankNames.length === 0) return null;
  return (
    <>
      <h3 className="form-apart">Tên</h3>
      {differing === undefined ? null : (
        <p className="in-text">
          <Status tone="warn" icon="warning">
            Tệp ngân hàng ghi: {differing}
          </Status>
        </p>
      )}
      <ul className="who-l">
        {entered.map((entry) => (
          <EntryRow key={entry.entryId} entry={entry} />
        ))}
        {bankNames.map(({ name, validFrom }) => (
          <li key={validFrom}>
            <div className="r">
              <span>{name}</span>
              <span className="dim">từ {formatDate(validFrom)}</span>
            </div>
            <span className="sub">Tệp ngân hàng</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Entries(props: { title: string; entries: readonly Entry[] }): ReactElement | null {
  if (props.entries.length === 0) return null;
  return (
    <>
      <h3 className="form-apart">{props.title}</h3>
      <ul className="who-l">
        {props.entries.map((entry) => (
          <EntryRow key={entry.entryId} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function EntryRow({ entry }: { readonly entry: Entry }): ReactElement {
  const me = useMe();
  const command = useCommand(withdrawAreaValue);
  return (
    <li>
      <div className="r">
        <b>{entry.value}</b>
        {entry.validTo === null ? <Chip tone="info">đang dùng</Chip> : null}
        <span className="dim">{validityText(entry)}</span>
      </div>
      <span className="sub">{entry.document}</span>
      {may(me, withdrawAreaValue) ? (
        <button
          type="button"
          className="link small no-print"
          disabled={command.isBusy}
          onClick={() => void command.run({ entryId: entry.entryId })}
        >
          Rút<span className="sr"> {entry.value}</span>
        </button>
      ) : null}
      <Refused error={command.error} />
    </li>
  );
}

function Merges({ areaId, register }: { areaId: AreaId; register: Register }): ReactElement | null {
  const own = register.merges.filter((merge) => merge.oldAreaId === areaId || merge.newAreaId === areaId);
  if (own.length === 0) return null;
  return (
    <>
      <h3 className="form-apart">Nhập địa bàn</h3>
      <ul className="who-l">
        {own.map((merge) => (
          <li key={`${merge.oldAreaId} ${merge.newAreaId}`}>
            {mergedText(merge.oldArea)} nhập vào {mergedText(merge.newArea)} từ{' '}
            {formatDate(merge.effectiveOn)}
            <span className="sub">{merge.document}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
