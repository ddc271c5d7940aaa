import type { Spot } from './geometry.ts'
import { type DeskLook, lookIcons } from './looks.ts'

interface DeskPictureProps {
  label: string
  look: DeskLook
  chair: Spot['chair']
}

/** A desk from above: the top with its label and sign, and the chair. */
export function DeskPicture({ label, look, chair }: DeskPictureProps) {
  const Icon = lookIcons[look]
  return (
    <>
      <span className={`desk__chair desk__chair--${chair}`} aria-hidden />
      <span className="desk__top">
        <span className="desk__label">{label}</span>
        {Icon && <Icon className="desk__sign" aria-hidden />}
      </span>
    </>
  )
}
