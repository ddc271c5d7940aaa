import { type ReactNode, useId } from 'react'

interface GroupRowProps {
  name: string
  /** When, until when, what it costs: the second line. */
  detail?: ReactNode
  /** The one thing that can be done with it. */
  action?: ReactNode
  children?: ReactNode
}

/** One line of a group. */
export function GroupRow({ name, detail, action, children }: GroupRowProps) {
  return (
    <li className="group-row">
      <div className="group-row__words">
        <p className="group-row__name">{name}</p>
        {detail && <p className="group-row__detail">{detail}</p>}
        {children}
      </div>
      {action}
    </li>
  )
}

interface RowButtonProps {
  label: string
  /** Which one of the rows: read after the label. */
  about: string
  onClick: () => void
}

/** What can be done with a row. Its name is the same in every row, so what it is about is its description. */
export function RowButton({ label, about, onClick }: RowButtonProps) {
  const id = useId()
  return (
    <button
      type="button"
      className="group-row__act"
      aria-describedby={id}
      aria-label={label}
      onClick={onClick}
    >
      {label}
      <span id={id} className="visually-hidden">
        {about}
      </span>
    </button>
  )
}
