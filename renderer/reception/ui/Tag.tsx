import type { LucideIcon } from 'lucide-react'
import type { Tone } from '../data/activity.ts'
import './tag.css'

/** A state as a word with its sign; the colour only helps to find it. */
export function Tag({ tone, icon: Icon, word }: { tone: Tone; icon: LucideIcon; word: string }) {
  return (
    <span className={`tag tag--${tone}`}>
      <Icon aria-hidden />
      <span>{word}</span>
    </span>
  )
}
