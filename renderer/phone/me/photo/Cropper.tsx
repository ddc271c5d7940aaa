import { Check, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { type Crop, maxZoom, moveCrop, startCrop, zoomCrop } from './crop.ts'
import { drawCrop, encodeCrop } from './picture.ts'

interface CropperProps {
  picture: ImageBitmap
  busy: boolean
  /** Base64 of a JPEG; null when it could not be made. */
  onUse: (image: string | null) => void
  onCancel: () => void
}

/** Sharp on phones with three pixels a point. */
const canvasSide = 720
const keyStep = 0.05
const keys: Record<string, [number, number]> = {
  ArrowLeft: [keyStep, 0],
  ArrowRight: [-keyStep, 0],
  ArrowUp: [0, keyStep],
  ArrowDown: [0, -keyStep],
}

/** Picks the square of a picture: moved with a finger or the arrow keys, sized with a slider. */
export function Cropper({ picture, busy, onUse, onCancel }: CropperProps) {
  const { t } = useTranslation('phone')
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)
  const id = useId()
  const [crop, setCrop] = useState<Crop>(() => startCrop(picture))
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop)
  }, [picture, crop])
  useEffect(() => frame.current?.focus(), [])

  const move = (event: PointerEvent<HTMLElement>): void => {
    const from = last.current
    if (!from) return
    const { width } = event.currentTarget.getBoundingClientRect()
    last.current = { x: event.clientX, y: event.clientY }
    setCrop((was) =>
      moveCrop(picture, was, (event.clientX - from.x) / width, (event.clientY - from.y) / width),
    )
  }
  const release = (): void => {
    last.current = null
  }
  const key = (event: KeyboardEvent): void => {
    const by = keys[event.key]
    if (!by) return
    event.preventDefault()
    setCrop((was) => moveCrop(picture, was, ...by))
  }
  return (
    <div className="cropper">
      <div
        ref={frame}
        className="cropper__frame"
        role="application"
        tabIndex={0}
        aria-label={t('photo.move')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={key}
      >
        <canvas ref={canvas} className="cropper__picture" width={canvasSide} height={canvasSide} />
      </div>
      <p className="cropper__how">{t('photo.how')}</p>
      <label className="field__label" htmlFor={id}>
        {t('photo.zoom')}
      </label>
      <input
        id={id}
        className="cropper__zoom"
        type="range"
        min={1}
        max={maxZoom}
        step={0.05}
        value={crop.zoom}
        onChange={(event) => setCrop(zoomCrop(picture, crop, Number(event.target.value)))}
      />
      <Button
        kind="primary"
        wide
        icon={Check}
        label={t('photo.use')}
        busy={busy}
        disabled={busy}
        onClick={() => onUse(encodeCrop(picture, crop))}
      />
      <Button wide icon={X} label={t('photo.cancel')} disabled={busy} onClick={onCancel} />
    </div>
  )
}
