// How the page is built: fixed file names (the server caches by fingerprint), nothing inline (its
// content security policy allows none), and the API of a running `everymile serve` in development.
import { defineConfig } from "vite";

const EVERYMILE = "http://127.0.0.1:4810";

export default defineConfig({
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
  server: { proxy: { "/api": { target: EVERYMILE, changeOrigin: true, headers: { origin: EVERYMILE } } } },
});
