import { useMemo } from 'react'
import { qrPath } from '../../ui/qr.ts'
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
