import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { personChanged } from '../../projections/person.ts'
import { makePhoto, type Photo } from '../../pictures/photo.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { presentPerson } from '../present.ts'

/** Takes a photo (R3.4). Errors: `photo-invalid`, `photo-too-large`. */
export const photoPut = defineCommand<'photo.put', { account: string }, Result<Photo, FoyerError>>(
  'photo.put',
  {
    prepare: (_parts, { image }) => makePhoto(image),
    run(run, _payload, photo) {
      if (!photo.ok) return photo
      run.store.photos.put(run.account, photo.value.jpeg, photo.value.hash)
      run.audit('photo.put', run.account)
      run.person = personChanged(run, run.account, { session: run.session })
      return ok({ account: run.account })
    },
    present: presentPerson,
  },
)
