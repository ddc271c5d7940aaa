import { backoff } from '../../lib/retry.ts'
import type { System } from '../../lib/system.ts'
import type { Call } from '../sync/calls.ts'
import { delays } from '../sync/delays.ts'
import type { Link } from '../sync/link.ts'
import type { FlowEvent } from './events.ts'
import type { SignedIn } from './state.ts'

interface SessionDataDeps {
  link: Link
  call: Call
  system: System
  dispatch(event: FlowEvent): void
}

/** Fetches what belongs to a session besides its facts: what they see beyond the public (R1.2), and their photo. */
export interface SessionData {
  /** Who is signed in now; null = nobody. */
  follow(signedIn: SignedIn | null): void
  close(): void
}

/** Asks until it has an answer, and again after the hub was away: what it pushed in between was missed. */
export function createSessionData({ link, call, system, dispatch }: SessionDataDeps): SessionData {
  let session: string | null = null
  let photo: string | null = null
  let wasOnline = link.state().name === 'online'

  const wanted = {
    offers: retryUntilAnswered(system, async () => {
      const asked = session
      if (asked === null) return true
      const answer = await call('offers.list', {}, { session: asked })
      if (answer.ok) dispatch({ type: 'offersChanged', session: asked, offers: answer.value })
      return answer.ok || asked !== session
    }),
    photo: retryUntilAnswered(system, async () => {
      const [asked, hash] = [session, photo]
      if (asked === null || hash === null) return true
      const answer = await call('photo.get', {}, { session: asked })
      const image = answer.ok ? answer.value.image : null
      if (image !== null) dispatch({ type: 'photoCame', session: asked, hash, image })
      return answer.ok || asked !== session || hash !== photo
    }),
  }

  const stop = link.changed.on(() => {
    const online = link.state().name === 'online'
    if (online && !wasOnline && session !== null) {
      wanted.offers.now()
      wanted.photo.now()
    }
    wasOnline = online
  })

  return {
    follow: (signedIn) => {
      const isNew = (signedIn?.session ?? null) !== session
      session = signedIn?.session ?? null
      const named = signedIn?.person.profile.photo ?? null
      const isNewPhoto = isNew || named !== photo
      photo = named
      if (session === null) {
        wanted.offers.cancel()
        wanted.photo.cancel()
        return
      }
      if (isNew) wanted.offers.now()
      if (isNewPhoto) wanted.photo.now()
    },
    close: () => {
      stop()
      session = null
      wanted.offers.cancel()
      wanted.photo.cancel()
    },
  }
}

/** One question that is asked again, later and later, until it is answered. `ask` says whether it was. */
function retryUntilAnswered(system: System, ask: () => Promise<boolean>): { now(): void; cancel(): void } {
  let round = 0
  let cancelWait = (): void => {}
  const run = async (mine: number, failed: number): Promise<void> => {
    const answered = await ask()
    if (answered || mine !== round) return
    const wait = backoff(delays.retry, failed, 0)
    cancelWait = system.after(wait, () => void run(mine, failed + 1))
  }
  const cancel = (): void => {
    round += 1
    cancelWait()
  }
  return {
    now: () => {
      cancel()
      void run(round, 0)
    },
    cancel,
  }
}
