import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import './choice-card.css'

interface ChoiceCardProps {
  icon: LucideIcon
  label: string
  detail: string
  /** The thing that most people come for. */
  main?: boolean
  onClick: () => void
}

/** A large answer to the question of the screen. */
export function ChoiceCard({ icon: Icon, label, detail, main = false, onClick }: ChoiceCardProps) {
  const id = useId()
  return (
    <button
      type="button"
      className={main ? 'choice-card choice-card--main' : 'choice-card'}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-detail`}
      onClick={onClick}
    >
      <span className="choice-card__icon">
        <Icon aria-hidden />
      </span>
      <span className="choice-card__text">
        <span id={`${id}-label`} className="choice-card__label">
          {label}
        </span>
        <span id={`${id}-detail`} className="choice-card__detail">
          {detail}
        </span>
      </span>
    </button>
  )
}
