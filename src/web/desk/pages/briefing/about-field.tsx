import { type ReactElement, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { listSeats } from '../../../../modules/governance/contract.ts';
import { search } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { TextField } from '../../../shared/components/field.tsx';
import { may, useMe } from '../../session.tsx';
import { isTooShort } from '../../use-search.ts';
import { type About, aboutChoices } from './about-choices.ts';

/** The household or group that a difficulty of the meeting is about, found by a few letters; left empty it is a matter of the commune. */
export function AboutField(props: {
  readonly communeId: Id;
  readonly value: About | null;
  readonly onAbout: (about: About | null) => void;
}): ReactElement | null {
  const me = useMe();
  const { communeId, value } = props;
  const [typed, setTyped] = useState('');
  const isAsking = value === null && !isTooShort(typed);
  const found = useQuestion(search, { text: typed, communeId }, { enabled: isAsking && may(me, search) });
  const offices = useQuestion(listSeats, { communeId }, { enabled: isAsking && may(me, listSeats) });
  if (!may(me, search)) return null;
  if (value !== null)
    return (
      <div className="form-field">
        <span className="form-label">Về hộ, tổ nào</span>
        <span>
          {value.words}{' '}
          <button type="button" className="link" onClick={() => props.onAbout(null)}>
            Chọn lại
          </button>
        </span>
      </div>
    );
  const seats = offices.data?.seats ?? [];
  const choices = isAsking ? aboutChoices(communeId, { typed, hits: found.data?.hits ?? [], seats }) : [];
  return (
    <>
      <TextField
        label="Về hộ, tổ nào"
        hint="Gõ vài chữ tên người vay hoặc số tổ rồi chọn. Bỏ trống nếu là việc chung."
        value={typed}
        onText={setTyped}
      />
      {choices.length === 0 ? null : (
        <ul className="who-l">
          {choices.map((about) => (
            <li key={about.subject.personId ?? about.subject.groupCode} className="r">
              <span>{about.words}</span>
              <button type="button" className="btn sm" onClick={() => props.onAbout(about)}>
                Chọn<span className="sr"> {about.words}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
