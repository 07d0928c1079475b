import { type ReactElement, useState } from 'react';
import { CopyButton } from '../../../shared/components/copy-button.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { keptWords } from '../../kept-words.ts';
import { type LeftOut, leftOutOf } from './left-out.ts';
import { useMeeting } from './meeting.tsx';
import { writeDraft } from './outbox.ts';

/**
 * What of a meeting stands on this screen and not in its minutes, and the way to let go of one.
 *
 * @param reasonStanding why the briefing is not held, where that is written
 */
export function useLeftOut(reasonStanding?: string): {
  readonly all: readonly LeftOut[];
  readonly drop: (one: LeftOut) => void;
} {
  const { place, written, drop: dropEntry } = useMeeting();
  const [, look] = useState(0);
  const drop = (one: LeftOut) => {
    if ('form' in one) writeDraft(keptWords(), place, one.form, undefined);
    else dropEntry(one.entryId);
    look((times) => times + 1);
  };
  return { all: leftOutOf(keptWords(), place, written, reasonStanding), drop };
}

/** After the end, by whomever: what was typed here and is not in the minutes, or in a briefing that is not held, until the person has decided about each [GV105]. */
export function LeftOutSection(props: {
  /** A briefing that is not held has no minutes. */
  readonly hasMinutes: boolean;
  /** Why it is not held; undefined where it was. */
  readonly reasonStanding: string | undefined;
  /** Puts words into the form of an addendum; undefined where the person writes none [GV123]. */
  readonly onSupplement: ((words: string) => void) | undefined;
}): ReactElement | null {
  const { all, drop } = useLeftOut(props.reasonStanding);
  const { hasMinutes, onSupplement } = props;
  if (all.length === 0) return null;
  return (
    <div className="left-out no-print">
      <Section
        title={hasMinutes ? 'Chưa vào biên bản' : 'Chưa ghi được'}
        note={`${all.length} câu, chỉ còn trên máy này`}
      >
        {hasMinutes && !onSupplement ? (
          <p className="small dim">
            Văn bản bổ sung của biên bản này do ngân hàng ghi: chép câu cần đưa vào, gửi cán bộ ngân hàng.
          </p>
        ) : null}
        <ol className="lines">
          {all.map((one) => (
            <li key={'form' in one ? one.form : one.entryId}>
              <span className="lines-text">
                {one.heading}: {one.words}
              </span>
              {one.refusal === undefined ? null : <span className="lines-meta">{one.refusal}</span>}
              <span className="row-acts no-print">
                {onSupplement ? (
                  <button
                    type="button"
                    className="btn sm"
                    onClick={() => {
                      onSupplement(`${one.heading}: ${one.words}`);
                      drop(one);
                    }}
                  >
                    Đưa vào văn bản bổ sung
                  </button>
                ) : null}
                <CopyButton words={one.words} />
                <button type="button" className="link" onClick={() => drop(one)}>
                  Bỏ
                </button>
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
