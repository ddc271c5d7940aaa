import { create } from 'qrcode'
import { useMemo } from 'react'
import './qr-code.css'

interface QrCodeProps {
  text: string
  /** The accessible name: what it is for. */
  label: string
  className?: string
}

/** A QR code, dark on white whatever the theme. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const code = useMemo(() => qrPath(text), [text])
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

/** Modules of white around a code, without which scanners do not find it (ISO/IEC 18004). */
const quiet = 4

/** A QR code as one SVG path: a row of dark modules is one rectangle. */
function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const parts: string[] = []
  for (let row = 0; row < modules.size; row++) {
    let begun = -1
    for (let column = 0; column <= modules.size; column++) {
      const dark = column < modules.size && modules.get(row, column) !== 0
      if (dark && begun < 0) begun = column
      if (dark || begun < 0) continue
      parts.push(`M${begun + quiet},${row + quiet}h${column - begun}v1h${begun - column}z`)
      begun = -1
    }
  }
  return { size: modules.size + 2 * quiet, path: parts.join('') }
}
