import { useMutation } from '@tanstack/react-query';
import { signOut, signOutEverywhere } from '../../../modules/identity/contract.ts';
import { call, failureOf, refusalCode } from '../../shared/api/call.ts';
import { useToast } from '../../shared/components/toasts.tsx';
import { keptPhotos } from '../../shared/kept-photos.ts';
import { paths } from '../paths.ts';

/**
 * Leaves nothing of a person in this tab: answers, drafts, photos and what was typed go with the page, which begins anew. A
 * browser that keeps no photos has none to let go.
 */
export function startClean(): void {
  window.sessionStorage.clear();
  const begin = () => window.location.replace(paths.home);
  keptPhotos(window.indexedDB).clear().then(begin, begin);
}

/**
 * Signs out, here or everywhere, and starts clean. Where no answer comes the session still holds and the pages stay: that
 * is said, so that nobody walks away from an open desk.
 */
export function useLeave(from: 'here' | 'everywhere' = 'here'): {
  readonly run: () => void;
  readonly isBusy: boolean;
} {
  const show = useToast();
  const leave = useMutation({
    mutationFn: async () => {
      await (from === 'here' ? call(signOut, {}) : call(signOutEverywhere, {}));
    },
    onSuccess: startClean,
    onError: (error) => {
      if (refusalCode(error) === 'notSignedIn') startClean();
      else show({ text: `Chưa đăng xuất được. ${failureOf(error).message}` });
    },
  });
  return { run: () => leave.mutate(), isBusy: leave.isPending || leave.isSuccess };
}
