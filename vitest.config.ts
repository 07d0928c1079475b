import { defineConfig } from 'vitest/config';

/** Tests stand beside the code they test; this file keeps the web's own root (vite.config.ts) out of their way. */
export const testConfig = defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'guards/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
  },
});

// biome-ignore lint/style/noDefaultExport: Vitest reads no other name.
export default testConfig;
