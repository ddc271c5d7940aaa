import { UserRound } from 'lucide-react'
import { useView } from '../page.ts'

/** Somebody's photo, else their initials, else a person icon (R10.3). Decoration: what it stands for is said beside it. */
export function Face() {
  const person = useView((view) => view.shell.person)
  if (person?.photo) return <img src={person.photo} alt="" />
  if (person?.initials) return <span aria-hidden>{person.initials}</span>
  return <UserRound aria-hidden />
}
