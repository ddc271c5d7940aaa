import { useState } from 'react'
import { usePhone } from '../phone.ts'

/** Ends the session (R10.3). What the page knew of the person goes at once, whatever the network does. */
export function useLogOut(): { logOut: () => Promise<void>; leaving: boolean } {
  const { ask, store, memory } = usePhone()
  const [leaving, setLeaving] = useState(false)
  return {
    leaving,
    logOut: async () => {
      setLeaving(true)
      const ended = await ask('session.end', {})
      setLeaving(false)
      // Not ended: saying that it is would be a lie, the cookie is still there.
      if (!ended.ok && ended.error.code !== 'session-invalid') return
      memory.forgetAll()
      history.replaceState(null, '', location.pathname)
      store.setState({ person: null, photo: null, signedOut: false })
    },
  }
}
