import { expect, test } from 'vitest';
import { listeningAddress, siteAddress } from './site-address.ts';

const PLAIN = { kind: 'plain' } as const;
const TLS = { kind: 'tls', certFile: '/c', keyFile: '/k' } as const;
const PROXIED = { kind: 'proxied', proxies: ['10.0.0.1'] } as const;

test.each([
  [{ host: '127.0.0.1', port: 8080, transport: PLAIN }, 'http://localhost:8080'],
  [{ host: 'giaoban.vn', port: 443, transport: TLS }, 'https://giaoban.vn:443'],
  [{ host: 'fd00::1', port: 8443, transport: TLS }, 'https://[fd00::1]:8443'],
  [{ host: '0.0.0.0', port: 8443, transport: TLS }, null],
  [{ host: '::', port: 8443, transport: TLS }, null],
  [{ host: '127.0.0.1', port: 8080, transport: PROXIED }, null],
  [{ host: '127.0.0.1', port: 0, transport: PLAIN }, null],
])('people open %o at %s', (place, address) => {
  expect(siteAddress(place)).toBe(address);
});

test('the start says where it listens, also where people come another way', () => {
  expect(listeningAddress({ host: '0.0.0.0', port: 8080, transport: PROXIED })).toBe('http://0.0.0.0:8080');
});
