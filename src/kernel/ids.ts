/** A UUID, version 7: made by the application or the client, never by the database, so a command can be sent twice. */
export type Id = string & { readonly id: never };

/** Where new ids come from; time and chance are arguments, so tests can fix both. */
export type NewId = () => Id;

/** Each byte as two digits. An import makes ids by the ten thousand. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A version-7 UUID (RFC 9562): 48 bits of time first, so that ids made later sort later.
 *
 * @param unixMs milliseconds since 1970
 * @param random ten random bytes
 */
export function uuidV7(unixMs: number, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('uuidV7 needs 10 random bytes');
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(unixMs / 2 ** (8 * (5 - i))) & 0xff;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let id = '';
  for (let i = 0; i < bytes.length; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) id += '-';
    id += HEX[bytes[i] ?? 0];
  }
  return id as Id;
}

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any version: the only ids that enter the system. */
export function isId(text: string): text is Id {
  return UUID_PATTERN.test(text);
}
