import { isLoopback, type Settings } from '../platform/settings.ts';

/** The one line of a start: the address, who can reach it and how, and what a newcomer needs to sign in. */
export function announcement(settings: Settings, notes: readonly string[]): string {
  const { host, port, transport } = settings;
  const scheme = transport.kind === 'tls' ? 'https' : 'http';
  const shownHost = isLoopback(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return [`Giao Ban: ${scheme}://${shownHost}:${port}`, reachOf(settings), ...notes].join(' · ');
}

function reachOf({ host, transport }: Settings): string {
  if (transport.kind === 'tls') return 'mã hóa bằng chứng thư đã đặt';
  if (transport.kind === 'proxied') return `không mã hóa, sau máy chủ ${transport.proxies.join(', ')}`;
  return isLoopback(host) ? 'chỉ mở được trên máy này' : '';
}
