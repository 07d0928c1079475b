import type { ReactElement } from 'react';
import { Status } from '../../../shared/components/status.tsx';
import { doubtsOf } from './source.ts';

const WORDS = {
  found: { tone: 'good', icon: 'check', text: 'có văn bản' },
  known: { tone: 'dim', icon: 'book', text: 'được biết rộng rãi' },
  practice: { tone: 'dim', icon: 'people', text: 'theo thực hành' },
  unsure: { tone: 'warn', icon: 'warning', text: 'chưa chắc, cần kiểm tra' },
} as const;

/** How sure a value of the catalogue is. */
export type ConfidenceName = keyof typeof WORDS;

/** The choices of how sure a value is, for forms. */
export const CONFIDENCE_OPTIONS = Object.entries(WORDS).map(([value, { text }]) => ({ value, text }));

/** Where a value comes from and how sure it is: what was not compared with its document is said, beside the rest. */
export function Source(props: {
  readonly document: string;
  readonly confidence: string | null;
}): ReactElement {
  const { document, doubts } = doubtsOf(props.document);
  return (
    <span className="source">
      {document === '' ? 'Không nêu văn bản' : document}
      {doubts.map((doubt) => (
        <Status key={doubt} tone="warn" icon="warning" small>
          {doubt}
        </Status>
      ))}
      {isConfidence(props.confidence) ? <Confidence value={props.confidence} /> : null}
    </span>
  );
}

function Confidence({ value }: { value: ConfidenceName }): ReactElement {
  const { tone, icon, text } = WORDS[value];
  return (
    <Status tone={tone} icon={icon} small>
      {text}
    </Status>
  );
}

function isConfidence(value: string | null): value is ConfidenceName {
  return value !== null && Object.hasOwn(WORDS, value);
}
