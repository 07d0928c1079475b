import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { signOut, signOutEverywhere } from '../../../modules/identity/contract.ts';
import { call, failureOf, refusalCode } from '../../shared/api/call.ts';
import { useToast } from '../../shared/components/toasts.tsx';
import { keptPhotos } from '../../shared/kept-photos.ts';
import { browserNow, forgetKeptWords, wordsToLose } from '../kept-words.ts';
import { paths } from '../paths.ts';
import { useMeIfSignedIn } from '../session.tsx';
import { type Unsent, unsentIn } from '../unsent.ts';

/**
 * Leaves nothing of a person in this tab: answers, drafts and what was typed go with the page, which begins anew. A browser that keeps
 * no photos has none to let go.
 *
 * @param leaving who signed out, of whom nothing stays in the browser either. Whose session ended by itself finds their words and photos
 * again, also when somebody else has used it meanwhile
 */
export function startClean(leaving?: string): void {
  const empty = () => {
    window.sessionStorage.clear();
    if (leaving !== undefined) forgetKeptWords(leaving);
  };
  empty();
  // What is on its way may be answered while the page goes, and would be written down once more.
  window.addEventListener('pagehide', empty, { once: true });
  const begin = () => window.location.replace(paths.home);
  if (leaving === undefined) begin();
  else keptPhotos(window.indexedDB, browserNow).clear(leaving).then(begin, begin);
}

/** Signing out; `LeaveQuestion` asks where `unsent` or `photos` tell of something. */
export type Leave = {
  readonly run: () => void;
  readonly isBusy: boolean;
  /** What would be lost; empty until signing out was tried. */
  readonly unsent: readonly Unsent[];
  /** Photos and papers that were chosen and that no server has. */
  readonly photos: number;
  readonly stay: () => void;
  readonly leaveAnyway: () => void;
};

const NOTHING: Pick<Leave, 'unsent' | 'photos'> = { unsent: [], photos: 0 };

/**
 * Signs out, here or everywhere, and starts clean; first it is asked where words that no server has would be lost. Where
 * no answer comes the session still holds and the pages stay: that is said, so that nobody walks away from an open desk.
 *
 * @param person who leaves, where they are known and no page is open for them: they act under no office
 */
export function useLeave(from: 'here' | 'everywhere' = 'here', person?: string): Leave {
  const show = useToast();
  const me = useMeIfSignedIn();
  const userId = me?.userId ?? person;
  const [lost, setLost] = useState(NOTHING);
  const leave = useMutation({
    mutationFn: async () => {
      await (from === 'here' ? call(signOut, {}) : call(signOutEverywhere, {}));
    },
    onSuccess: () => startClean(userId),
    onError: (error) => {
      if (refusalCode(error) === 'notSignedIn') startClean(userId);
      else show({ text: `Chưa đăng xuất được. ${failureOf(error).message}` });
    },
  });
  return {
    run: () => {
      const unsent = userId === undefined ? unsentIn(window.sessionStorage) : wordsToLose(userId);
      const ask = (photos: number) => {
        if (unsent.length + photos > 0) setLost({ unsent, photos });
        else leave.mutate();
      };
      // At the gate nobody is known whose photos would be let go: they stay.
      if (userId === undefined) return ask(0);
      // A browser that keeps no photos has none to lose.
      keptPhotos(window.indexedDB, browserNow)
        .count(userId)
        .then(ask, () => ask(0));
    },
    isBusy: leave.isPending || leave.isSuccess,
    ...lost,
    stay: () => setLost(NOTHING),
    leaveAnyway: () => leave.mutate(),
  };
}
