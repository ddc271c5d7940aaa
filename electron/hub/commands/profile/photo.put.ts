import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { makePhoto, type Photo } from '../../pictures/photo.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { presentPerson } from '../present.ts'

/** Takes a photo (R3.4). Errors: `photo-invalid`, `photo-too-large`. */
export const photoPut = defineCommand<'photo.put', { account: string }, Result<Photo, FoyerError>>(
  'photo.put',
  {
    prepare: (_parts, { image }) => makePhoto(image),
    run(context, _payload, photo) {
      if (!photo.ok) return photo
      context.store.photos.put(context.account, photo.value.jpeg, photo.value.hash)
      context.audit('photo.put', context.account)
      context.person = personChanged(context, context.account, { session: context.session })
      return ok({ account: context.account })
    },
    present: presentPerson,
  },
)
