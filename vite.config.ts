import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The desk: the large screen's entry. In development the server's answers come through the proxy; in production
 * the server itself sends what is built here.
 */
export const deskConfig = defineConfig({
  root: 'src/web/desk',
  plugins: [react()],
  build: {
    outDir: '../../../dist/web/desk',
    emptyOutDir: true,
    // The guard of the first load (guards/bundle-budget.ts) reads it.
    manifest: true,
    // A data: address in a style sheet would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: {
      // The cookie is bound to the host the page came from, so the host is kept.
      '/api': { target: process.env.GIAOBAN_SERVER ?? 'http://localhost:8080', changeOrigin: false },
    },
  },
});

// Vite finds its configuration by the default export only.
export default deskConfig;
