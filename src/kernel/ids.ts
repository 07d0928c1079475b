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
  const r = (index: number) => random[index] ?? 0;
  const high = Math.floor(unixMs / 0x10000);
  const time = hex(high >>> 24) + hex(high >>> 16) + hex(high >>> 8) + hex(high);
  const rest = hex(unixMs >>> 8) + hex(unixMs);
  const version = hex(0x70 | (r(0) & 0x0f)) + hex(r(1));
  const variant = hex(0x80 | (r(2) & 0x3f)) + hex(r(3));
  const node = hex(r(4)) + hex(r(5)) + hex(r(6)) + hex(r(7)) + hex(r(8)) + hex(r(9));
  return `${time}-${rest}-${version}-${variant}-${node}` as Id;
}

/** The lowest byte of a number as two digits. */
function hex(number: number): string {
  return HEX[number & 0xff] ?? '';
}

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any version: the only ids that enter the system. */
export function isId(text: string): text is Id {
  return UUID_PATTERN.test(text);
}
