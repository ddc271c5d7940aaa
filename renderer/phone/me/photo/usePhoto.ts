import { useEffect } from 'react'
import { usePhone, usePhoneState } from '../../phone.ts'

/** The person's own photo, named by its hash; null while it is fetched, and where there is none. */
export function usePhoto(hash: string | null): string | null {
  const { ask, store } = usePhone()
  const known = usePhoneState(({ photo }) => photo)
  const missing = hash !== null && known?.hash !== hash
  useEffect(() => {
    if (!missing || hash === null) return
    void ask('photo.get', {}, { patience: 0 }).then((result) => {
      if (result.ok && result.value.image !== null)
        store.setState({ photo: { hash, image: result.value.image } })
    })
  }, [ask, store, hash, missing])
  return hash !== null && known?.hash === hash ? known.image : null
}
