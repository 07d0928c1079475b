import { isLoopback, type Settings } from './settings.ts';

/** The part of the settings that says where the site is. */
type Place = Pick<Settings, 'host' | 'port' | 'transport'>;

/** Where the server listens, as an address of the web: `http://localhost:8080`. */
export function listeningAddress({ host, port, transport }: Place): string {
  const scheme = transport.kind === 'tls' ? 'https' : 'http';
  const shownHost = isLoopback(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${scheme}://${shownHost}:${port}`;
}

/**
 * The address under which people open the site; null where the settings do not tell it: behind a proxy, on every
 * address of the machine, on whichever port is free.
 */
export function siteAddress(place: Place): string | null {
  const isEverywhere = ['0.0.0.0', '::'].includes(place.host);
  return place.transport.kind === 'proxied' || isEverywhere || place.port === 0
    ? null
    : listeningAddress(place);
}
