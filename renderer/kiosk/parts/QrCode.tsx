import { create } from 'qrcode'
import { useMemo } from 'react'
import './qr-code.css'

/** Modules of white around the code: scanners need them. */
const quiet = 4

interface QrCodeProps {
  text: string
  /** The accessible name: what it is for. */
  label: string
  className?: string
}

/** A QR code, dark on white whatever the theme. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const code = useMemo(() => drawingOf(text), [text])
  return (
    <svg
      className={['qr-code', className].filter(Boolean).join(' ')}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#111" />
    </svg>
  )
}

/** One path of all dark modules, run by run. */
function drawingOf(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      const start = x
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++
      path += `M${start + quiet} ${y + quiet}h${x - start + 1}v1h-${x - start + 1}z`
    }
  }
  return { size: modules.size + 2 * quiet, path }
}
