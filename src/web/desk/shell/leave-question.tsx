import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../../shared/components/dialog.tsx';
import { formatInteger } from '../../shared/format.ts';
import { AppLink } from '../../shared/navigation.tsx';
import { paths } from '../paths.ts';
import { codeOfCommune, type Me, useMeIfSignedIn } from '../session.tsx';
import { AGENDA, type Unsent, type UnsentKind } from '../unsent.ts';
import type { Leave } from './use-leave.ts';

/** Asks before words that no server has are lost by signing out: what they are, where they stand; stay, or leave them. */
export function LeaveQuestion({ leave }: { readonly leave: Leave }): ReactElement | null {
  const me = useMeIfSignedIn();
  if (leave.unsent.length === 0 && leave.photos === 0) return null;
  // Beside the page, not within the navigation that asks: its links and buttons look otherwise.
  return createPortal(
    <Dialog
      title="Còn nội dung chưa gửi"
      onClose={leave.stay}
      closeWord="Ở lại"
      actions={
        <button type="button" className="btn" disabled={leave.isBusy} onClick={leave.leaveAnyway}>
          Bỏ nội dung này và đăng xuất
        </button>
      }
    >
      <p>Những nội dung sau mới chỉ có trên máy này; đăng xuất thì mất:</p>
      <ul className="blocks noted">
        {leave.unsent.map((unsent) => (
          <li key={`${unsent.kind} ${unsent.userId} ${unsent.subjectId}`}>
            {KINDS[unsent.kind].words(formatInteger(unsent.count))}{' '}
            <Place unsent={unsent} me={me} onOpen={leave.stay} />
          </li>
        ))}
        {leave.photos === 0 ? null : <li>{formatInteger(leave.photos)} ảnh, tệp chưa gửi</li>}
      </ul>
      {/* Without an office no page is open from which anything is sent [GV186]. */}
      {me === undefined ? null : (
        <p className="dim">
          Khi có mạng, báo cáo và ảnh đã bấm gửi tự gửi ở trang nào cũng được; nội dung giao ban tự gửi khi mở
          trang buổi giao ban.
        </p>
      )}
    </Dialog>,
    document.body,
  );
}

/** What each kind of unsent words is, what it stands at, and where that is; `code` is its commune's. */
const KINDS: Readonly<
  Record<
    UnsentKind,
    {
      readonly words: (count: string) => string;
      readonly place: string;
      readonly href: (code: string, subjectId: string) => string;
    }
  >
> = {
  waiting: {
    words: (count) => `${count} nội dung giao ban chưa gửi`,
    place: 'buổi giao ban',
    href: paths.briefing,
  },
  draft: {
    words: (count) => `${count} nội dung giao ban đang gõ`,
    place: 'buổi giao ban',
    href: paths.briefing,
  },
  report: { words: () => 'Một báo cáo việc được giao chưa gửi', place: 'việc', href: paths.task },
  judgement: { words: () => 'Một lý do trả lại, chuyển, hủy việc đang gõ', place: 'việc', href: paths.task },
  order: {
    words: () => 'Một chỉ đạo đang soạn',
    place: 'trang việc được giao',
    href: (xa) => paths.tasks({ xa }),
  },
  difficulty: {
    words: () => 'Một khó khăn đang gõ',
    place: 'trang hộ vay',
    href: (code, householdId) => paths.household(code, householdId),
  },
  template: {
    words: () => 'Một mẫu đang sửa',
    place: 'trang mẫu',
    href: (_, paper) => (paper === AGENDA ? paths.briefings() : paths.templates({ loai: paper })),
  },
};

/** Where it stands, one step away; of whoever used this machine before, only that it is theirs. */
function Place(props: { unsent: Unsent; me: Me | undefined; onOpen: () => void }): ReactElement {
  const { unsent, me } = props;
  const area = [...(me?.communes ?? []), ...(me?.offices ?? [])].find(({ id }) => id === unsent.communeId);
  if (me === undefined || area === undefined || unsent.userId !== me.userId)
    return <>{me === undefined || unsent.userId === me.userId ? null : 'của người dùng máy này trước đó'}</>;
  const { place, href } = KINDS[unsent.kind];
  return (
    <>
      {'ở '}
      <AppLink href={href(codeOfCommune(me, area.id), unsent.subjectId)} onClick={props.onOpen}>
        {place} của {area.name}
      </AppLink>
    </>
  );
}
