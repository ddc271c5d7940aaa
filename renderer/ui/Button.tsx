import { LoaderCircle, type LucideIcon } from 'lucide-react'
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react'
import './button.css'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** What it does; this alone is its accessible name. */
  label: string
  /** A second line: what it costs, why it cannot be pressed. Read as the description. */
  detail?: ReactNode
  kind?: 'primary' | 'quiet' | 'plain' | 'danger'
  icon?: LucideIcon
  /** Its action is under way. */
  busy?: boolean
  wide?: boolean
}

/** A button with one label and, where there is more to say, a second line that is no part of its name. */
export function Button(props: ButtonProps) {
  const { label, detail, kind = 'quiet', icon, busy = false, wide = false, className, ...rest } = props
  const id = useId()
  const Icon = busy ? LoaderCircle : icon
  const classes = ['button', `button--${kind}`, busy && 'button--busy', wide && 'button--wide', className]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-labelledby={`${id}-label`}
      aria-describedby={detail ? `${id}-detail` : undefined}
      aria-busy={busy || undefined}
      {...rest}
    >
      {Icon && <Icon aria-hidden />}
      <span className="button__text">
        <span id={`${id}-label`} className="button__label">
          {label}
        </span>
        {detail && (
          <span id={`${id}-detail`} className="button__detail">
            {detail}
          </span>
        )}
      </span>
    </button>
  )
}
