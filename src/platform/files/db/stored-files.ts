import { sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../db/database.ts';

/** A file that was added to a record, without its bytes. */
export type StoredFile = {
  readonly communeId: Id;
  readonly id: Id;
  /** What the server calls its bytes in the store [FS3]; its own id is the client's. */
  readonly storedAs: Id;
  /** The office that reads it besides those who read the whole commune. */
  readonly ownerSeat: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly receivedSha256: string;
  readonly scan: 'clean' | 'notScanned';
};

const COLUMNS = sql`commune_id as "communeId", id, stored_as as "storedAs", owner_seat as "ownerSeat", name, media_type as "mediaType",
  size_bytes as "sizeBytes", sha256, received_sha256 as "receivedSha256", scan`;

/** One file, as far as the scope shows it. */
export async function selectFile(tx: Tx, communeId: Id, fileId: Id): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`
    select ${COLUMNS} from platform.stored_file where commune_id = ${communeId} and id = ${fileId}`.execute(
    tx,
  );
  return rows[0];
}

/** Several of them, in the order of their ids. */
export async function selectFiles(tx: Tx, communeId: Id, fileIds: readonly Id[]): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select ${COLUMNS} from platform.stored_file
    where commune_id = ${communeId} and id = any (${[...fileIds]}::uuid[]) order by id`.execute(tx);
  return rows;
}

/** Writes a file's row; false when its id is there already. */
export async function insertFile(
  tx: Tx,
  file: StoredFile & { readonly storedBy: Id | null; readonly storedAt: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into platform.stored_file (commune_id, id, stored_as, owner_seat, name, media_type, size_bytes, sha256,
                                      received_sha256, scan, stored_by, stored_at)
    values (${file.communeId}, ${file.id}, ${file.storedAs}, ${file.ownerSeat}, ${file.name}, ${file.mediaType},
            ${file.sizeBytes}, ${file.sha256}, ${file.receivedSha256}, ${file.scan}, ${file.storedBy}, ${file.storedAt})
    on conflict (commune_id, id) do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** A record takes files of a seat: from now on they stay. @returns how many it took */
export async function takeFiles(
  tx: Tx,
  taken: {
    readonly communeId: Id;
    readonly fileIds: readonly Id[];
    readonly ownerSeat: string | null;
    readonly at: Date;
  },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.stored_file set kept_since = coalesce(kept_since, ${taken.at})
    where commune_id = ${taken.communeId} and id = any (${[...taken.fileIds]}::uuid[])
      and owner_seat is not distinct from ${taken.ownerSeat}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Removes rows that no record took before a moment; at most so many at a time. */
export async function deleteLeftOver(tx: Tx, before: Date, most: number): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    delete from platform.stored_file
    where kept_since is null and (commune_id, id) in (
      select commune_id, id from platform.stored_file where kept_since is null and stored_at < ${before}
      order by stored_at limit ${most})
    returning ${COLUMNS}`.execute(tx);
  return rows;
}

/** Of names in the store those that a row has. The scope must show their commune. */
export async function knownNames(tx: Tx, communeId: Id, names: readonly Id[]): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ name: Id }>`
    select stored_as as name from platform.stored_file
    where commune_id = ${communeId} and stored_as = any (${[...names]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ name }) => name));
}
