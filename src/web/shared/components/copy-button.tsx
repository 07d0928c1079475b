import type { ReactElement } from 'react';
import { useToast } from './toasts.tsx';

/**
 * Takes words along, to be put where they still can be written.
 *
 * @param props.of what is copied, for whoever hears the button and does not see what it stands beside
 */
export function CopyButton({ words, of }: { readonly words: string; readonly of?: string }): ReactElement {
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      toast({ text: 'Đã chép.' });
    } catch {
      toast({ text: 'Trình duyệt không cho chép. Bôi đen câu ấy rồi chép bằng tay.' });
    }
  };
  return (
    <button
      type="button"
      className="link"
      aria-label={of === undefined ? undefined : `Chép: ${of}`}
      onClick={() => void copy()}
    >
      Chép
    </button>
  );
}
