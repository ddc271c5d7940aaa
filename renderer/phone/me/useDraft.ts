import { useEffect, useState } from 'react'
import { usePhone } from '../phone.ts'

/** What was typed and not sent: it survives a reload. `key` names the account, as another may sign in here. null = nothing was changed. */
export function useDraft<T>(key: string): [T | null, (draft: T | null) => void] {
  const { memory } = usePhone()
  const [draft, setDraft] = useState(() => memory.read(key) as T | null)
  useEffect(() => {
    if (draft === null) memory.forget(key)
    else memory.write(key, draft)
  }, [memory, key, draft])
  return [draft, setDraft]
}
