import { type FormEvent, type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { enterFundSource, type listProgrammes } from '../../../../modules/programmes/contract.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { Source } from './confidence.tsx';
import { FoldingSection } from './folding-section.tsx';
import { periodText } from './source.ts';
import { NO_SOURCE, SourceFields } from './source-fields.tsx';

/** Where the capital comes from, each source with its document; new ones are opened here. */
export function FundSources(props: {
  readonly sources: OutputOf<typeof listProgrammes>['fundSources'];
  /** Somebody looks for one of them. */
  readonly isSought: boolean;
}): ReactElement {
  const me = useMe();
  const [isEntering, setEntering] = useState(false);
  return (
    <FoldingSection
      title="Nguồn vốn"
      note={`${formatInteger(props.sources.length)} nguồn`}
      isSought={props.isSought}
      actions={
        may(me, enterFundSource) ? (
          <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
            <Icon name="plus" />
            Thêm nguồn vốn
          </button>
        ) : undefined
      }
    >
      <ul className="who-l">
        {props.sources.map((source) => (
          <li key={source.code}>
            <b>
              {source.code} {source.name}
            </b>
            <span className="sub">
              {periodText(source.validFrom, source.validTo)}.{' '}
              <Source document={source.document} confidence={source.confidence} />
            </span>
          </li>
        ))}
      </ul>
      {isEntering ? (
        <Dialog isDrawer title="Thêm nguồn vốn" onClose={() => setEntering(false)}>
          <FundSourceForm onDone={() => setEntering(false)} />
        </Dialog>
      ) : null}
    </FoldingSection>
  );
}

function FundSourceForm({ onDone }: { onDone: () => void }): ReactElement {
  const [typed, setTyped] = useState({ code: '', name: '' });
  const [source, setSource] = useState(NO_SOURCE);
  const command = useCommand(enterFundSource);
  const { validFrom, ...rest } = source;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (validFrom === undefined) return;
    if ((await command.run({ ...typed, validFrom, ...rest })) !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Mã nguồn vốn"
        hint="1 chữ số, như trong tệp của ngân hàng."
        value={typed.code}
        inputMode="numeric"
        maxLength={1}
        required
        onText={(code) => setTyped({ ...typed, code })}
      />
      <TextField
        label="Tên nguồn vốn"
        value={typed.name}
        required
        onText={(name) => setTyped({ ...typed, name })}
      />
      <SourceFields typed={source} onChange={setSource} />
      <Refused error={command.error} />
      <div className="form-acts">
        <button type="submit" className="btn go" disabled={command.isBusy || validFrom === undefined}>
          Thêm nguồn vốn
        </button>
      </div>
    </form>
  );
}
