import type { ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { prepareBriefing } from '../../../../modules/governance/contract.ts';
import { failureOf, refusalData } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { ErrorState } from '../../../shared/components/states.tsx';
import { useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Me } from '../../session.tsx';

type Commune = Pick<Me['communes'][number], 'id' | 'code'>;

/** The step that prepares the briefing of a session and opens its page, and what it was refused with. */
export function usePrepare({ id: communeId, code }: Commune): {
  readonly prepare: (session: { pointCode: string; heldOn: BusinessDate }) => Promise<void>;
  readonly isBusy: boolean;
  readonly refused: ReactElement | null;
} {
  const navigation = useNavigation();
  const { run, isBusy, error } = useCommand(prepareBriefing);
  const communeCode = code ?? communeId;
  return {
    isBusy,
    prepare: async (session) => {
      const done = await run({ communeId, ...session });
      if (done !== undefined) navigation.go(paths.briefing(communeCode, done.briefingId));
    },
    refused: <PrepareRefused {...{ error, communeCode }} />,
  };
}

/** Why nothing was prepared; where people met already, with the way to that meeting [GV193]. */
function PrepareRefused(props: {
  readonly error: unknown;
  readonly communeCode: string;
}): ReactElement | null {
  const { error, communeCode } = props;
  if (error === null || error === undefined) return null;
  const { briefingId, heldOn } = refusalData(error, 'sessionBriefed') ?? {};
  const failure = failureOf(error);
  if (briefingId === undefined) return <ErrorState failure={failure} />;
  const instead = {
    text: `Mở giao ban ${heldOn}`,
    href: paths.briefing(communeCode, String(briefingId)),
  };
  return <ErrorState failure={{ ...failure, instead }} />;
}
