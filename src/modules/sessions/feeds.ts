import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '../../kernel/refusal.ts';
import type { Handler } from '../../platform/http/implement.ts';
import type * as contract from './contract.ts';
import {
  feedExists,
  insertFeed,
  markFeedRevoked,
  readCommuneName,
  readFeeds,
  readNoticeChanges,
  readRowChanges,
} from './db/feeds.ts';
import { readNotices, readPoints } from './db/points.ts';
import { feedEvents } from './domain/feed.ts';
import { icalendar } from './domain/icalendar.ts';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Makes a secret address; only its hash is kept [SE9]. */
export const createFeed: Handler<typeof contract.createFeed> = async (
  { communeId },
  { tx, caller, clock, newId, note },
) => {
  const id = newId();
  const secret = randomBytes(24).toString('base64url');
  await insertFeed(tx, {
    communeId,
    id,
    secretHash: hashOf(secret),
    createdBy: caller.userId,
    createdAt: clock.now(),
  });
  note({ communeId, subject: { feed: id } });
  return { id, path: `/api/calendar/${communeId}/${secret}.ics` };
};

/** The feeds in use. */
export const listFeeds: Handler<typeof contract.listFeeds> = async ({ communeId }, { tx }) => ({
  feeds: (await readFeeds(tx, communeId)).map(({ id, createdAt }) => ({
    id,
    createdAt: createdAt.toISOString(),
  })),
});

/** Ends a feed [SE9]. */
export const revokeFeed: Handler<typeof contract.revokeFeed> = async (
  { communeId, feedId },
  { tx, clock, note },
) => {
  if (!(await markFeedRevoked(tx, { communeId, feedId, at: clock.now() }))) return refuse('notFound');
  note({ communeId, subject: { feed: feedId } });
  return {};
};

/** The feed's text. A wrong or revoked secret is not told apart from a commune that does not exist. */
export const readFeed: Handler<typeof contract.readFeed> = async ({ communeId, secret }, { tx, clock }) => {
  if (!(await feedExists(tx, { communeId, secretHash: hashOf(secret.replace(/\.ics$/, '')) })))
    return refuse('notFound');
  const points = await readPoints(tx, communeId);
  const notices = await readNotices(tx, communeId);
  const rowChanges = await readRowChanges(tx, communeId);
  const noticeChanges = await readNoticeChanges(tx, communeId);
  const events = feedEvents({ points, notices, rowChanges, noticeChanges }, clock.today());
  const name = `Phiên giao dịch ${await readCommuneName(tx, communeId)}`;
  return {
    name: 'phien-giao-dich.ics',
    mediaType: 'text/calendar; charset=utf-8',
    content: icalendar(name, events, clock.now()),
  };
};
