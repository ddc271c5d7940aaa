import type { App, Session, WebContents } from 'electron'
import { origin, pageUrl } from './protocol.ts'

/** No page gets another origin, a download, a new window or a webview, nor a permission but the kiosk's camera (I9, R10.4). */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(
      isCamera(permission, 'mediaTypes' in details ? (details.mediaTypes ?? []) : []) &&
        isKioskPage(contents.getURL(), details),
    ),
  )
  session.setPermissionCheckHandler((contents, permission, _origin, details) => {
    const page = contents?.getURL() ?? ''
    return isCamera(permission, [details.mediaType ?? 'unknown']) && isKioskPage(page, details)
  })
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({
      cancel:
        !details.url.startsWith(`${origin}/`) &&
        !details.url.startsWith('data:') &&
        !details.url.startsWith('blob:'),
    })
  })
}

/** A camera without a microphone: photos and passes (R3.4, R7.3). */
export function isCamera(permission: string, media: readonly string[]): boolean {
  return permission === 'media' && media.length > 0 && media.every((kind) => kind === 'video')
}

/** Whether it is the kiosk's own page that asks, and no frame within it. */
export function isKioskPage(
  page: string,
  { isMainFrame, requestingUrl }: { isMainFrame: boolean; requestingUrl?: string | undefined },
): boolean {
  const isOwn = requestingUrl === undefined || requestingUrl.startsWith(`${origin}/`)
  return page === pageUrl('kiosk') && isMainFrame && isOwn
}

export function lockDownContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Keys that would leave, reload, zoom, print or look behind the page. Typing and moving the focus stay. */
export function isEscapeKey(input: { key: string; control: boolean; alt: boolean; meta: boolean }): boolean {
  if (input.meta || input.alt) return !isAltGraphText(input)
  if (/^F\d{1,2}$/.test(input.key) || input.key === 'BrowserBack' || input.key === 'BrowserForward')
    return true
  // Copy, paste, cut, undo, select all are harmless within a text field.
  return input.control && !/^[acvxzy]$|^Control$|^Arrow|^Home$|^End$|^Backspace$|^Delete$/i.test(input.key)
}

/** AltGr arrives as control+alt on some systems and types a letter such as @. */
function isAltGraphText(input: { key: string; control: boolean; alt: boolean; meta: boolean }): boolean {
  return !input.meta && input.control && input.alt && input.key.length === 1
}

export function lockDownKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (isEscapeKey(input)) event.preventDefault()
  })
  contents.setVisualZoomLevelLimits(1, 1).catch(() => {
    // The page went away before it could be told; the next one is told again.
  })
}
