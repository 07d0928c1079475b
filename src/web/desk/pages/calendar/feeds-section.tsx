import { type ReactElement, useState } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { createFeed, listFeeds, revokeFeed } from '../../../../modules/sessions/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { useToast } from '../../../shared/components/toasts.tsx';
import { formatMoment } from '../../../shared/format.ts';

/** Secret addresses under which calendar programs read the commune's sessions: made, shown once, revoked. */
export function Feeds({ communeId }: { readonly communeId: Id }): ReactElement {
  const feeds = useQuestion(listFeeds, { communeId });
  const create = useCommand(createFeed);
  const revoke = useCommand(revokeFeed);
  const toast = useToast();
  const [made, setMade] = useState<string>();
  const make = async () => {
    const feed = await create.run({ communeId });
    if (feed !== undefined) setMade(new URL(feed.path, window.location.origin).href);
  };
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    toast({ text: 'Đã chép địa chỉ lịch.' });
  };
  return (
    <Section title="Thêm lịch vào điện thoại" isScreenOnly>
      <p className="small dim">
        Địa chỉ bí mật, không có tên hộ vay nào. Ai có địa chỉ đều xem được; thu hồi bất cứ lúc nào.
      </p>
      {made === undefined ? null : (
        <div className="notice good">
          <p>
            Địa chỉ chỉ hiện lần này: <b className="address">{made}</b>{' '}
            <button type="button" className="link" onClick={() => void copy(made)}>
              Chép
            </button>
          </p>
        </div>
      )}
      <Show answer={feeds} rows={1}>
        {(data) => (
          <ul className="who-l">
            {data.feeds.map((feed) => (
              <li key={feed.id}>
                <div className="r">
                  <span>Tạo {formatMoment(feed.createdAt)}</span>
                  <button
                    type="button"
                    className="link"
                    disabled={revoke.isBusy}
                    onClick={() => void revoke.run({ communeId, feedId: feed.id })}
                  >
                    Thu hồi
                  </button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Show>
      <Refused error={create.error ?? revoke.error} />
      <button type="button" className="btn sm" disabled={create.isBusy} onClick={() => void make()}>
        Tạo địa chỉ lịch
      </button>
    </Section>
  );
}
