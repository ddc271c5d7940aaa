import type { Theme } from '../catalogue.ts'

/** Makes it day or evening for this page, whatever the machine's own setting is. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  const real = window.matchMedia.bind(window)
  window.matchMedia = (query) => {
    const asked = /\(prefers-color-scheme:\s*(dark|light)\)/.exec(query)?.[1]
    if (!asked) return real(query)
    return real((asked === 'dark') === (theme === 'evening') ? 'all' : 'not all')
  }
}

/** Nothing moves, blinks or fades: every picture is of the end. */
export function stopMoving(): void {
  const style = document.createElement('style')
  style.textContent = `*, *::before, *::after {
    animation: none !important; transition: none !important; caret-color: transparent !important; scroll-behavior: auto !important;
  }
  ::-webkit-scrollbar { display: none }`
  document.head.append(style)
}

/** A camera that somebody stands in front of, or none at all. */
export function setCamera(there: boolean): void {
  const devices = {
    getUserMedia: () =>
      there
        ? Promise.resolve(portrait())
        : Promise.reject(new DOMException('There is no camera', 'NotFoundError')),
  }
  Object.defineProperty(navigator, 'mediaDevices', { value: devices })
}

function portrait(): MediaStream {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 960 })
  const paper = canvas.getContext('2d')
  const draw = (): void => {
    if (!paper) return
    const disc = (color: string, x: number, y: number, r: number): void => {
      paper.fillStyle = color
      paper.beginPath()
      paper.arc(x, y, r, 0, 7)
      paper.fill()
    }
    paper.fillStyle = '#c9d3cd'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    disc('#3f5a50', 640, 1010, 330)
    disc('#2b2420', 640, 400, 215)
    disc('#d9a98a', 640, 440, 180)
  }
  draw()
  // A stream of a canvas brings a frame whenever something is drawn.
  setInterval(draw, 100)
  return canvas.captureStream()
}
