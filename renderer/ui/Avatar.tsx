import { UserRound } from 'lucide-react'
import './avatar.css'

interface AvatarProps {
  /** '' = nothing is known of them yet. */
  initials: string
  /** A URL; null = none, or not here yet. */
  photo?: string | null | undefined
  large?: boolean
}

/** Somebody's photo, else their initials, else a person icon (R10.3). Decoration: who it is stands beside it. */
export function Avatar({ initials, photo = null, large = false }: AvatarProps) {
  return (
    <span className={large ? 'avatar avatar--large' : 'avatar'} aria-hidden>
      {photo ? <img src={photo} alt="" /> : initials || <UserRound />}
    </span>
  )
}
