import { UserRound } from 'lucide-react'
import type { Profile } from '../../../shared/contract/person.ts'
import './avatar.css'
import { initialsOf } from './facts.ts'
import { usePhoto } from './photo/usePhoto.ts'

/** The person's photo, else their initials, else a person (R10.3). The name beside it says who it is. */
export function Avatar({ profile, large = false }: { profile: Profile; large?: boolean }) {
  const photo = usePhoto(profile.photo)
  const initials = initialsOf(profile.name)
  return (
    <span className={large ? 'avatar avatar--large' : 'avatar'} aria-hidden>
      {photo ? <img src={photo} alt="" /> : initials || <UserRound />}
    </span>
  )
}
