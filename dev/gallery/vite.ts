import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Connect, InlineConfig, Plugin } from 'vite'
import { fileOfPhoto } from '../../test/fixtures/photos.ts'

const root = resolve(import.meta.dirname, '../..')
const menu = '/dev/gallery/menu/index.html'
const productPages = ['kiosk', 'reception', 'phone'].map((page) => `/renderer/${page}/index.html`)

/** How Vite serves or builds the gallery: its menu, and the product's own pages with the stage before them. */
export function galleryConfig(): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    appType: 'mpa',
    logLevel: 'warn',
    plugins: [react(), staging()],
    server: { host: '127.0.0.1', port: 5180 },
    preview: { host: '127.0.0.1', port: 0 },
    // A cache of its own: `npm run dev` may run at the same time.
    cacheDir: join(root, 'node_modules/.vite-gallery'),
    optimizeDeps: { entries: [menu, ...productPages].map((page) => page.slice(1)) },
    build: {
      outDir: join(root, 'out/gallery/site'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: [menu, ...productPages].map((page) => join(root, page)) },
    },
  }
}

function staging(): Plugin {
  return {
    name: 'foyer:gallery',
    configureServer: ({ middlewares }) => void middlewares.use(findFiles),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(findFiles),
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) => {
        if (!productPages.includes(path)) return html
        return {
          // The phone's page is asked for at other addresses than the one where it lies.
          html: html.replace('./main.tsx', path.replace('index.html', 'main.tsx')),
          tags: [
            {
              tag: 'script',
              attrs: { type: 'module', src: '/dev/gallery/stage/stage.ts' },
              injectTo: 'head-prepend',
            },
          ],
        }
      },
    },
  }
}

/** The addresses that the hub and main answer in the product: the phone's pages, and pictures by their hash. */
const findFiles: Connect.NextHandleFunction = (request, response, next) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://gallery')
  const photo = fileOfPhoto(/^\/images\/([0-9a-f]{64})\.webp$/.exec(pathname)?.[1] ?? '')
  if (photo !== null) {
    response.setHeader('content-type', 'image/svg+xml')
    response.end(readFileSync(join(root, 'resources/demo/photos', photo)))
    return
  }
  if (pathname === '/') request.url = `${menu}${search}`
  if (/^\/(me|(k|activate)\/[^/]+)$/.test(pathname)) request.url = `/renderer/phone/index.html${search}`
  next()
}
