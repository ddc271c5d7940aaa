import { Check, X } from 'lucide-react'
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { type Crop, maxZoom, moveCrop, placeCrop, startCrop, zoomCrop } from '../../../ui/crop.ts'
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

/** Picks the square of a picture: moved with a finger or with sliders, and sized with one. */
export function Cropper({ picture, busy, onUse, onCancel }: CropperProps) {
  const { t } = useTranslation('phone')
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)
  const [byKeyboard, setByKeyboard] = useState(false)
  const [crop, setCrop] = useState<Crop>(() => startCrop(picture))
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop)
  }, [picture, crop])

  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
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
  const { width, height } = picture
  return (
    <div className="cropper">
      <canvas
        ref={canvas}
        className="cropper__picture"
        width={canvasSide}
        height={canvasSide}
        aria-hidden
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
      />
      <p className="cropper__how">{t('photo.how')}</p>
      <Slider
        label={t('photo.zoom')}
        min={1}
        max={maxZoom}
        value={crop.zoom}
        onSlide={(zoom) => setCrop(zoomCrop(picture, crop, zoom))}
      />
      {/* What fingers do without them: shown to whoever comes by the keyboard, and then they stay. */}
      <Slider
        hidden={!byKeyboard}
        onFocus={() => setByKeyboard(true)}
        label={t('photo.sideways')}
        min={0}
        max={width}
        value={crop.x}
        onSlide={(x) => setCrop(placeCrop(picture, crop, { x }))}
      />
      <Slider
        hidden={!byKeyboard}
        onFocus={() => setByKeyboard(true)}
        label={t('photo.upDown')}
        min={0}
        max={height}
        value={crop.y}
        onSlide={(y) => setCrop(placeCrop(picture, crop, { y }))}
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

interface SliderProps {
  label: string
  min: number
  max: number
  value: number
  onSlide: (value: number) => void
  /** To the eye, until it has the focus. */
  hidden?: boolean
  onFocus?: () => void
}

function Slider({ label, min, max, value, onSlide, hidden = false, onFocus }: SliderProps) {
  const id = useId()
  return (
    <div className={hidden ? 'visually-hidden' : 'slider'}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="slider__input"
        type="range"
        min={min}
        max={max}
        step={(max - min) / 60}
        value={value}
        onFocus={onFocus}
        onChange={(event) => onSlide(Number(event.target.value))}
      />
    </div>
  )
}
