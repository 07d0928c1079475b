import type { Settings } from '../platform/settings.ts';
import { listeningAddress } from '../platform/site-address.ts';

/**
 * The one line of a start: the address, who can reach it and how, and what a newcomer needs to sign in.
 *
 * @param notes phrases to add, given the address
 */
export function announcement(settings: Settings, notes: (address: string) => readonly string[]): string {
  const address = listeningAddress(settings);
  return [`Giao Ban: ${address}`, reachOf(settings), ...notes(address)].join(' · ');
}

function reachOf({ transport }: Settings): string {
  if (transport.kind === 'tls') return 'mã hóa bằng chứng thư đã đặt';
  if (transport.kind === 'proxied') return `không mã hóa, sau máy chủ ${transport.proxies.join(', ')}`;
  return 'chỉ mở được trên máy này';
}
