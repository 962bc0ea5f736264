import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/**
 * The page is served by the emulator at whatever address it listens on, so every
 * path is relative. `npm run dev` of Vite reaches an emulator on its usual port.
 */
export default defineConfig({
  base: "./",
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ["@galka/source", "module", "browser", "development|production"] },
  build: {
    outDir: "dist",
    target: "es2023",
    assetsInlineLimit: 0,
    // The emoji's names are large and are fetched only when the panel opens.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { "/_emulator": { target: "http://localhost:4001", ws: true, changeOrigin: false } },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/set-up.ts"],
    // A busy machine is slow; what never ends costs this once.
    testTimeout: 45_000,
  },
});
