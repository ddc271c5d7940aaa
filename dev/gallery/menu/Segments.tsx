interface Props<T extends string> {
  label: string
  options: readonly { value: T; text: string }[]
  chosen: T
  onChoose: (value: T) => void
}

/** One of a few, all of them in sight. */
export function Segments<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map(({ value, text }) => (
        <button
          key={value}
          type="button"
          className="segments__one"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
