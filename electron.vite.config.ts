import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

/**
 * Targets are those of the oldest runtime that we start (scripts/lib/runtime/fallback.mjs), not those of the Electron in package.json:
 * the fallback runtime embeds Node 20 and Chromium 130.
 */
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'
/** Phones bring browsers of their own: pages are built for what all of those read. */
const pageTarget = 'es2022'
const pageStyles = [chromeTarget, 'safari16.4', 'firefox128']

/**
 * Bundled into our own files, as reading each from some dozen files of its own costs most of a process's start. What
 * holds native code, and what only the hub needs, stays outside.
 */
const bundled = ['socket.io-client', 'temporal-polyfill', 'uuid', 'zod']

/** Which files the phone's page needs: the hub serves those and no others. Entries are built one by one, so it is that one's. */
function phoneManifest(): Plugin {
  return {
    name: 'foyer:phone-manifest',
    config: ({ build }) => ({
      build: {
        manifest: Object.keys(build?.rolldownOptions?.input ?? {}).join() === 'phone' && 'manifest.json',
      },
    }),
  }
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      sourcemap: true,
      externalizeDeps: { exclude: bundled },
      rolldownOptions: {
        input: {
          main: at('electron/main/main.ts'),
          core: at('electron/core/main.ts'),
          hub: at('electron/hub/main.ts'),
          'hub-standalone': at('electron/hub/standalone/main.ts'),
          'sim-door': at('electron/simdoor/main.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      sourcemap: 'inline',
      // A sandboxed preload can require nothing but electron: everything else goes into the one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), phoneManifest()],
    build: {
      // One script and one style per page: each file more is a way through main before the first paint.
      isolatedEntries: true,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: pageTarget,
      cssTarget: pageStyles,
      sourcemap: true,
      // Phones fetch it over the air.
      minify: true,
      // The content security policy allows no data: and no inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          kiosk: at('renderer/kiosk/index.html'),
          reception: at('renderer/reception/index.html'),
          mailbox: at('renderer/mailbox/index.html'),
          phone: at('renderer/phone/index.html'),
        },
      },
    },
  },
})
