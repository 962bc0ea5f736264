import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/**
 * What changes seldom lies in files of its own, so that an update of Galka
 * does not make the browser fetch React again.
 */
const LASTING_CHUNKS = [
  { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: "router", test: /node_modules[\\/]@tanstack[\\/]/ },
  { name: "words", test: /node_modules[\\/](i18next|react-i18next)[\\/]/ },
  { name: "icons", test: /node_modules[\\/]lucide-react[\\/]/ },
  { name: "schemas", test: /(node_modules[\\/]zod|packages[\\/]contract)[\\/]/ },
  // What every place uses, in one file instead of thirty; dialogs come with those who open them.
  {
    name: "shared",
    test: /src[\\/](?:sync|api|ui)[\\/](?!Modal|Sheet)|src[\\/]i18n[\\/].*\.tsx?$/,
  },
];

/**
 * No script stands in the page itself and none is made from text at run time,
 * so the server's policy may forbid both.
 */
export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ["@galka/source", "module", "browser", "development|production"] },
  build: {
    outDir: "dist",
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: LASTING_CHUNKS } } },
  },
  server: { proxy: { "/api": { target: "http://localhost:4000", ws: true, changeOrigin: false } } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/set-up.ts"],
  },
});
