/**
 * Who an address is counted as, wherever tries or requests are counted: an IPv4 address by itself, an IPv6 address
 * as its /64 (its first four groups), since one customer holds all of that and may change within it at will.
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return (tail === undefined ? groups : [...groups, '0', '0', '0', '0']).slice(0, 4).join(':');
}
