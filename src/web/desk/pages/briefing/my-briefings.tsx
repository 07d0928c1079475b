import type { ReactElement } from 'react';
import { listMyBriefings } from '../../../../modules/governance/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { codeOfCommune, type Me, may, useMe } from '../../session.tsx';
import { dayWords, type MyBriefing, whenAndWhere } from './my-briefing-words.ts';

type Props = {
  /** Of this commune only; without one of all of the person's. */
  readonly communeId?: Me['communes'][number]['id'];
};

/** In one line when and where the nearest briefing is to which the person is asked or which they hold [GV118]; nothing without one. */
export function MyBriefings({ communeId }: Props): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(listMyBriefings, { communeId }, { enabled: may(me, listMyBriefings) });
  if (data === undefined || data.briefings.length === 0) return null;
  const hasSeveral = communeId === undefined && me.communes.length > 1;
  return (
    <div className="my-briefings">
      {data.briefings.map((briefing) => (
        <p key={briefing.briefingId} className="in-text">
          Giao ban gần nhất: {hasSeveral ? `${briefing.communeName}, ` : ''}
          <AppLink href={hrefOf(me, briefing)}>{dayWords(briefing, data.today)}</AppLink>
          {whenAndWhere(briefing)}
        </p>
      ))}
    </div>
  );
}

function hrefOf(me: Me, { communeId, briefingId }: MyBriefing): string {
  return paths.briefing(codeOfCommune(me, communeId), briefingId);
}
