import { type ReactElement, useEffect, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { previewTemplate } from '../../../../modules/governance/contract.ts';
import { PAPER_KINDS, type PaperKind } from '../../../../modules/governance/domain/papers/paper-kinds.ts';
import { type PaperTemplate, templateFaults } from '../../../../modules/governance/domain/papers/template.ts';
import { call } from '../../../shared/api/call.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { Status } from '../../../shared/components/status.tsx';

type Asked = { readonly officeId: Id; readonly kind: PaperKind; readonly content: PaperTemplate };

/** Long enough not to set a page with every letter. */
const REST_MS = 400;

/**
 * The paper that the template makes, as it stands in the form: what it lacks is named with its rule, and the last paper that
 * could be made stays in sight meanwhile.
 */
export function TemplatePreview(asked: Asked): ReactElement {
  const faults = templateFaults(asked.content, asked.kind);
  const { address, error } = usePicture(asked, faults.length === 0);
  const open = useOpenPdf(asked);
  return (
    <>
      {faults.length === 0 ? null : (
        <div role="status">
          <ul className="faults">
            {faults.map(({ part, problem, rule }) => (
              <li key={`${part} ${problem}`}>
                <Status tone="bad" icon="warning">
                  {part} {problem} ({rule}).
                </Status>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Refused error={error ?? open.error} />
      {address === undefined ? (
        <Awaited isComing={faults.length === 0 && error === undefined} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet is scrolled, by the keyboard too.
        <section className="sheet" tabIndex={0} aria-label="Tờ xem trước">
          <img src={address} alt={`${PAPER_KINDS[asked.kind].title} làm từ mẫu này`} />
        </section>
      )}
      <div className="acts no-print">
        <button type="button" className="btn" disabled={faults.length > 0} onClick={() => void open.run()}>
          Tải PDF xem trước
        </button>
      </div>
    </>
  );
}

/** Stands where the first picture will be; a template that none can be made of waits for nothing. */
function Awaited({ isComing }: { readonly isComing: boolean }): ReactElement | null {
  if (!isComing) return null;
  return (
    <p className="dim" aria-busy="true">
      Đang lập bản xem trước…
    </p>
  );
}

/** The picture of the paper, made anew when the form rests; its address is let go when another takes its place. */
function usePicture({ officeId, kind, content }: Asked, canBeMade: boolean) {
  const [address, setAddress] = useState<string>();
  const [error, setError] = useState<unknown>();
  const text = JSON.stringify(content);
  useEffect(() => {
    if (!canBeMade) return;
    let isOver = false;
    const timer = window.setTimeout(() => {
      const input = { officeId, kind, content: JSON.parse(text) as PaperTemplate, format: 'svg' as const };
      call(previewTemplate, input).then(
        (file) => {
          if (isOver) return;
          setError(undefined);
          setAddress(addressOf(file));
        },
        (failure: unknown) => isOver || setError(failure),
      );
    }, REST_MS);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [officeId, kind, text, canBeMade]);
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  return { address, error };
}

function useOpenPdf(asked: Asked) {
  const [error, setError] = useState<unknown>();
  const run = async () => {
    try {
      const file = await call(previewTemplate, { ...asked, format: 'pdf' });
      const link = document.createElement('a');
      link.href = addressOf(file);
      link.download = file.name;
      link.click();
      URL.revokeObjectURL(link.href);
      setError(undefined);
    } catch (failure) {
      setError(failure);
    }
  };
  return { run, error };
}

function addressOf({ content, mediaType }: { content: string | Uint8Array; mediaType: string }): string {
  return URL.createObjectURL(new Blob([content as BlobPart], { type: mediaType }));
}
