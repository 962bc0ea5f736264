import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { addressesOnly } from "./build/addresses-only.ts";
import { CHUNKS } from "./build/chunks.ts";
import { tellAhead } from "./build/tell-ahead.ts";

/**
 * No script stands in the page itself and none is made from text at run time,
 * so the server's policy may forbid both.
 */
export default defineConfig({
  plugins: [react(), tailwindcss(), addressesOnly(), tellAhead()],
  resolve: { conditions: ["@galka/source", "module", "browser", "development|production"] },
  build: {
    outDir: "dist",
    target: "es2023",
    assetsInlineLimit: 0,
    // The emoji of a language, fetched when somebody looks for one.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [...CHUNKS] } } },
  },
  server: { proxy: { "/api": { target: "http://localhost:4000", ws: true, changeOrigin: false } } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/set-up.ts"],
    // A busy machine is slow; what never ends costs this once.
    testTimeout: 45_000,
  },
});
