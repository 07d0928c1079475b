import type { ReactElement } from 'react';
import { useToast } from '../../../shared/components/toasts.tsx';

/** Takes words along, to be put where they still can be written. */
export function CopyButton({ words }: { words: string }): ReactElement {
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
    <button type="button" className="link" onClick={() => void copy()}>
      Chép
    </button>
  );
}
