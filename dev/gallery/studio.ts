import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { preview } from 'vite'
import { addressOf, type PageName, pixelsOf, type Shot, type Size } from './catalogue.ts'
import { galleryConfig } from './vite.ts'

/** How each page is photographed: large enough to see what has moved, small enough to be committed. */
const formats: Record<PageName, { size: Size; scale: number }> = {
  kiosk: { size: '1080×1920', scale: 0.4 },
  console: { size: '1280×800', scale: 0.625 },
  phone: { size: '390×844', scale: 0.75 },
}

/** Whatever differs between two machines with the same browser and does not show in the product. */
const sameEverywhere = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--disable-gpu',
]

export interface Studio {
  /** A state in English, by day, as a PNG. Rejects when the page does not come to be what was asked for. */
  take(shot: Shot): Promise<Buffer>
  close(): Promise<void>
}

/** Builds the gallery and opens it in a browser of the Chromium kind (`executablePath`), without a window. */
export async function openStudio(executablePath: string): Promise<Studio> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'build.ts')], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const config = galleryConfig()
  const server = await preview({
    ...config,
    preview: { ...config.preview, port: await freePort(), strictPort: true },
  })
  const browser = await chromium.launch({ executablePath, args: sameEverywhere })
  const origin = new URL(server.resolvedUrls?.local[0] ?? '').origin
  const contexts = new Map(
    await Promise.all(
      (Object.keys(formats) as PageName[]).map(async (page) => {
        const { size, scale } = formats[page]
        const context = await browser.newContext({
          viewport: pixelsOf(size),
          deviceScaleFactor: scale,
          colorScheme: 'light',
          reducedMotion: 'reduce',
          locale: 'en-GB',
          timezoneId: 'Europe/Berlin',
        })
        return [page, context] as const
      }),
    ),
  )
  return {
    async take(shot) {
      const page = await contexts.get(shot.page)?.newPage()
      if (!page) throw new Error(`no format for ${shot.page}`)
      try {
        await page.goto(origin + addressOf(shot, { language: 'en', theme: 'light', still: true }))
        const staged = await page.waitForFunction(() => document.documentElement.dataset.staged)
        const outcome = await staged.jsonValue()
        if (outcome !== 'ready') throw new Error(`${shot.id}: ${outcome ?? ''}`)
        return await page.screenshot({ animations: 'disabled', caret: 'hide' })
      } finally {
        await page.close()
      }
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
