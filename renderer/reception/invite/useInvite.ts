import { type RefObject, useEffect, useRef, useState } from 'react'
import { fieldOf, type InviteDraft, type InviteFaults, type InviteField, readInvite } from '../data/invite.ts'
import type { ActionState } from '../state/useAction.ts'
import { useDeskHandle } from '../state/useConsole.ts'
import { useToday } from '../state/useToday.ts'
import { useWords } from '../state/words.ts'
import { useInviteDraft } from './useInviteDraft.ts'

export interface Invited {
  id: string
  name: string
  email: string
}

/** Writes an invitation and sends it: what is wrong is said at its field, whoever found it. */
export function useInvite(onInvited: (invited: Invited) => void): {
  draft: InviteDraft
  change: (changes: Partial<InviteDraft>) => void
  /** What is wrong with a field, in words; null = nothing. */
  wrong: (field: InviteField) => string | null
  /** `failed` only for what concerns no field. */
  state: ActionState
  send: () => Promise<void>
  form: RefObject<HTMLFormElement | null>
} {
  const { error } = useWords()
  const { ask } = useDeskHandle()
  const today = useToday()
  const { draft, change, forget } = useInviteDraft()
  const [faults, setFaults] = useState<InviteFaults>({})
  const [state, setState] = useState<ActionState>({ phase: 'idle' })
  const form = useRef<HTMLFormElement>(null)

  // The first field that is wrong is where one goes on.
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])

  const send = async (): Promise<void> => {
    const read = readInvite(draft, today)
    setFaults(read.ok ? {} : read.error)
    setState({ phase: read.ok ? 'working' : 'idle' })
    if (!read.ok) return
    const result = await ask('staff.invite', read.value)
    if (result.ok) {
      forget()
      onInvited({ id: result.value.invitation, name: read.value.name, email: read.value.email })
      return
    }
    const field = fieldOf(result.error)
    if (field) setFaults({ [field]: result.error })
    setState(field ? { phase: 'idle' } : { phase: 'failed', error: result.error })
  }
  return {
    draft,
    change: (changes) => {
      setFaults((before) => without(before, changes))
      change(changes)
    },
    wrong: (field) => {
      const fault = faults[field]
      return fault ? error(fault) : null
    },
    state,
    send,
    form,
  }
}

/** A fault is over as soon as its field changes; nothing else moves the focus. */
function without(faults: InviteFaults, changes: Partial<InviteDraft>): InviteFaults {
  const fields = Object.keys(faults) as InviteField[]
  if (!fields.some((field) => field in changes)) return faults
  return Object.fromEntries(Object.entries(faults).filter(([field]) => !(field in changes)))
}
