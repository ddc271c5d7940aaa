import { Avatar as Face } from '../../ui/Avatar.tsx'
import { initials } from '../data/people.ts'

/** A person's initials; a person sign when nothing is known yet (R10.3). */
export function Avatar({ name, email, large = false }: { name: string; email: string; large?: boolean }) {
  return <Face large={large} initials={initials(name, email)} />
}
