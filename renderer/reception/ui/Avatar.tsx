import { UserRound } from 'lucide-react'
import { initials } from '../data/people.ts'
import './avatar.css'

/** A person's initials; a person sign when nothing is known yet (R10.3). */
export function Avatar({ name, email, large = false }: { name: string; email: string; large?: boolean }) {
  const letters = initials(name, email)
  return (
    <span className={large ? 'avatar avatar--large' : 'avatar'} aria-hidden>
      {letters || <UserRound />}
    </span>
  )
}
