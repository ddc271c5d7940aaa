import { useState } from 'react'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { drawings } from './drawings.tsx'
import { tintOf } from './tint.ts'
import './picture.css'

/**
 * The photo of an item; where there is none, or it cannot be had just now, a drawing of its kind. Decoration: the name stands
 * beside it.
 */
export function ItemPicture({ item: { id, kind, photo } }: { item: ItemRow }) {
  const [failed, setFailed] = useState<string | null>(null)
  if (photo && failed !== photo)
    return (
      <div className="picture">
        <img
          className="picture__photo"
          src={`/images/${photo}.webp`}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setFailed(photo)}
        />
      </div>
    )
  const Drawing = drawings[kind]
  return (
    <div className={`picture picture--${tintOf(id)}`} aria-hidden>
      <svg className="picture__drawing" viewBox="0 0 320 200" preserveAspectRatio="xMidYMid meet">
        <rect className="picture__wall" x="-1200" y="-1200" width="2800" height="1360" />
        <rect className="picture__floor" x="-1200" y="158" width="2800" height="1200" />
        <Drawing />
      </svg>
    </div>
  )
}
