import { useRouterState } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { CopyButton } from '../../shared/components/copy-button.tsx';
import { Icon } from '../../shared/components/icon.tsx';
import { Section } from '../../shared/components/section.tsx';
import { formatInteger } from '../../shared/format.ts';
import { keptPhotos } from '../../shared/kept-photos.ts';
import { AppLink } from '../../shared/navigation.tsx';
import { browserNow, textsHere } from '../kept-words.ts';
import { paths } from '../paths.ts';
import { useMe } from '../session.tsx';
import { type WordsHere, wordsHere, wordsOutOfReach } from '../words-here.ts';

/**
 * What a person typed and no server has: who has lost the office for its page cannot open it, and copies it for whoever holds that office
 * now [GV186].
 */
export function WordsLeft(props: {
  readonly userId: string;
  /** They hold an office: some of the pages may still be theirs. */
  readonly hasOffice: boolean;
}): ReactElement | null {
  const { userId } = props;
  const words = useWordsHere(userId);
  const photos = usePhotosHere(userId);
  if (words.length + photos === 0) return null;
  return (
    <Section title="Còn trên máy này, chưa gửi">
      <p className="small dim">
        {props.hasOffice
          ? 'Chưa ai khác thấy những nội dung này. Mở lại trang đang gõ để ghi nốt; trang nào chức vụ đang giữ không mở được thì chép lại, gửi người đang giữ chức vụ đó ghi vào. Đăng xuất thì mất.'
          : 'Chưa ai khác thấy những nội dung này. Chép lại để gửi người đang giữ chức vụ ghi vào; được giao lại chức vụ thì chúng vẫn ở chỗ đang gõ. Đăng xuất thì mất.'}
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
    </Section>
  );
}

/** Leads to the words for whose pages the acting office is not, as after another office of the person has ended [GV186]; nothing where there are none. */
export function WordsOutOfReach(): ReactElement | null {
  const me = useMe();
  const words = wordsOutOfReach(useWordsHere(me.userId), me);
  const isListed = useRouterState({ select: ({ location }) => location.pathname === paths.account });
  if (words.length === 0 || isListed) return null;
  return (
    <p className="notice warn in-text no-print" role="status">
      <Icon name="warning" />
      <span>
        Còn {formatInteger(words.length)} nội dung chưa gửi trên máy này, ở trang mà chức vụ đang dùng không
        mở được. <AppLink href={paths.account}>Xem và chép lại</AppLink>
      </span>
    </p>
  );
}

/** The words of a person as the page is opened. */
function useWordsHere(userId: string): readonly WordsHere[] {
  const [words] = useState(() => wordsHere(textsHere(userId), userId));
  return words;
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
