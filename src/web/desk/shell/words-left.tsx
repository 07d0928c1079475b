import { type ReactElement, useEffect, useState } from 'react';
import { CopyButton } from '../../shared/components/copy-button.tsx';
import { formatInteger } from '../../shared/format.ts';
import { keptPhotos } from '../../shared/kept-photos.ts';
import { browserNow, textsHere } from '../kept-words.ts';
import { wordsHere } from '../words-here.ts';

/**
 * What a person typed and no server has, when they hold no office any more and so cannot open the pages on which it stands: to be copied
 * for whoever holds it now [GV186].
 */
export function WordsLeft({ userId }: { readonly userId: string }): ReactElement | null {
  const [words] = useState(() => wordsHere(textsHere(userId), userId));
  const photos = usePhotosHere(userId);
  if (words.length + photos === 0) return null;
  return (
    <section aria-labelledby="words-left">
      <h2 id="words-left">Còn trên máy này, chưa gửi</h2>
      <p className="small dim">
        Chưa ai khác thấy những nội dung này. Chép lại để gửi người đang giữ chức vụ ghi vào; được giao lại
        chức vụ thì chúng vẫn ở chỗ đang gõ. Đăng xuất thì mất.
      </p>
      <ol className="lines">
        {words.map(({ key, heading, words: said }) => (
          <li key={key}>
            <span className="lines-text">{said}</span>
            <span className="lines-meta">{heading}</span>
            <span className="row-acts">
              <CopyButton words={said} of={said} />
            </span>
          </li>
        ))}
      </ol>
      {photos === 0 ? null : (
        <p className="small">{formatInteger(photos)} ảnh, tệp của báo cáo chưa gửi cũng còn trên máy này.</p>
      )}
    </section>
  );
}

/** How many photos and papers the machine keeps for a person; a browser that keeps none has none. */
function usePhotosHere(userId: string): number {
  const [photos, setPhotos] = useState(0);
  useEffect(() => {
    let isHere = true;
    keptPhotos(window.indexedDB, browserNow)
      .count(userId)
      .then(
        (count) => {
          if (isHere) setPhotos(count);
        },
        () => undefined,
      );
    return () => {
      isHere = false;
    };
  }, [userId]);
  return photos;
}
