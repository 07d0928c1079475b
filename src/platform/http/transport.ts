/** How requests come in; `Transport` of the settings with the files read. */
export type HttpTransport =
  | { readonly kind: 'plain' }
  | { readonly kind: 'tls'; readonly certificate: string; readonly key: string }
  | { readonly kind: 'proxied'; readonly proxies: readonly string[] };
