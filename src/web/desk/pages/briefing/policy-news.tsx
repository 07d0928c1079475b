import type { ReactElement } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { listPolicyNews } from '../../../../modules/governance/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { formatInteger } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';

/** What is new of policies since the last briefing of a commune, in one line that opens it [GV146]. */
export function PolicyNews({ communeId }: { readonly communeId: Id }): ReactElement | null {
  const me = useMe();
  const { data } = useQuestion(listPolicyNews, { communeId }, { enabled: may(me, listPolicyNews) });
  return data === undefined ? null : <PolicyNewsLine told={data} />;
}

/** The line itself; nothing where nothing is new. */
export function PolicyNewsLine({
  told: { since, count, news },
}: {
  readonly told: OutputOf<typeof listPolicyNews>;
}): ReactElement | null {
  if (count === 0) return null;
  const when = since === null ? 'trong tháng qua' : `từ giao ban ${formatDate(since)}`;
  const left = count - news.length;
  return (
    <details className="policy-news">
      <summary>
        Chính sách mới {when}: {formatInteger(count)} thay đổi
      </summary>
      <ul>
        {news.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {left === 0 ? null : <li>Còn {formatInteger(left)} thay đổi khác, xem Chương trình và Quy tắc.</li>}
      </ul>
    </details>
  );
}
