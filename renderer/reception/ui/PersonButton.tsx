import { useDeskHandle } from '../state/useConsole.ts'

interface Props {
  row: { account: string; name: string; email: string }
  current: boolean
}

/** A person's name, which opens the person beside the list and closes it again. */
export function PersonButton({ row, current }: Props) {
  const { store } = useDeskHandle()
  return (
    <button
      type="button"
      className="row__open"
      aria-expanded={current}
      onClick={() => store.setState({ beside: current ? null : { kind: 'person', account: row.account } })}
    >
      {row.name || row.email}
    </button>
  )
}
