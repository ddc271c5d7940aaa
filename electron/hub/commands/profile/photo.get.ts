import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** The person's own photo (R10.3). */
export const photoGet = defineCommand('photo.get', {
  readOnly: true,
  run(context) {
    const jpeg = context.store.photos.find(context.account)
    return ok({ image: jpeg ? `data:image/jpeg;base64,${jpeg.toString('base64')}` : null })
  },
})
