import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig, Plugin, ViteDevServer } from 'vite'
import { root } from './build.ts'

/** How Vite serves the product's pages while they are worked on, the phone's at the addresses of the hub, and the dock. */
export function pagesConfig({ port, control }: { port: number; control: number }): InlineConfig {
  // The hub compares where a page says it comes from with whom it was asked for: the Host stays as it is.
  const app = { target: `http://127.0.0.1:${control.toString()}`, changeOrigin: false }
  return {
    configFile: false,
    root: join(root, 'renderer'),
    appType: 'mpa',
    logLevel: 'warn',
    cacheDir: join(root, 'node_modules/.vite-dev'),
    plugins: [react(), morePages()],
    optimizeDeps: { entries: ['*/index.html', '../dev/dock/index.html'] },
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      // Pages have an address of their own (app://), so they have to be told where changes come from.
      hmr: { host: '127.0.0.1', clientPort: port },
      fs: { allow: [root] },
      proxy: { '/dock/api': app, '/api/': app },
    },
  }
}

function morePages(): Plugin {
  return {
    name: 'foyer:dev-pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://dev')
        const page = pageFor(pathname)
        if (!page) return next()
        render(server, page, request.originalUrl ?? pathname).then((html) => {
          response.setHeader('content-type', 'text/html; charset=utf-8')
          response.end(html)
        }, next)
      })
    },
  }
}

/** The file of a page that lies elsewhere than where it is asked for. */
function pageFor(pathname: string): string | null {
  if (pathname === '/dock/') return 'dev/dock/index.html'
  return /^\/(me|(k|activate)\/[^/]+)$/.test(pathname) ? 'renderer/phone/index.html' : null
}

async function render(server: ViteDevServer, page: string, url: string): Promise<string> {
  const path = join(root, page)
  const html = readFileSync(path, 'utf8').replace('./main.tsx', `/@fs${join(path, '../main.tsx')}`)
  return server.transformIndexHtml(`/@fs${path}`, html, url)
}
