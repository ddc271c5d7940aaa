import { useConsoleHandle } from '../state/useConsole.ts'

interface Props {
  row: { account: string; name: string; email: string }
  current: boolean
}

/** A person's name, which opens their side panel and closes it again. */
export function PersonButton({ row, current }: Props) {
  const { showPanel } = useConsoleHandle()
  return (
    <button
      type="button"
      className="row__open"
      aria-expanded={current}
      onClick={() => showPanel(current ? null : { kind: 'person', account: row.account })}
    >
      {row.name || row.email}
    </button>
  )
}
