import type { ReactElement } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { showGroup } from '../../../../modules/groups/contract.ts';
import { showHousehold } from '../../../../modules/registry/contract.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useLeaderNames } from '../../reference.ts';
import { may, useMe } from '../../session.tsx';
import type { Briefing } from './briefing.ts';

/** Whom a difficulty is about, before its words: the household by its person, the group by its leader; of a matter nothing. */
export function DifficultyAbout(props: {
  readonly difficulty: Pick<
    Briefing['difficulties'][number],
    'about' | 'householdId' | 'personName' | 'groupCode'
  >;
  readonly commune: { readonly id: Id; readonly code: string | null };
}): ReactElement | null {
  const me = useMe();
  const { difficulty, commune } = props;
  const leaderOf = useLeaderNames(commune.id);
  const { about, householdId, personName, groupCode } = difficulty;
  const communeCode = commune.code ?? commune.id;
  if (about === 'household' && householdId !== null && personName !== null) {
    const href = may(me, showHousehold) ? paths.household(communeCode, householdId) : undefined;
    return <Named name={personName} href={href} />;
  }
  if (about === 'group' && groupCode !== null) {
    const href = may(me, showGroup) ? paths.group(communeCode, groupCode) : undefined;
    return <Named name={`Tổ ${leaderOf(groupCode) ?? groupCode}`} href={href} />;
  }
  return null;
}

function Named({ name, href }: { name: string; href: string | undefined }): ReactElement {
  return <>{href === undefined ? <b>{name}</b> : <AppLink href={href}>{name}</AppLink>}: </>;
}
