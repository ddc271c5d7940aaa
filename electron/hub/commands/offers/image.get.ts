import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { isVisible, viewerOf } from '../../../../shared/domain/visibility.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'

/** A picture, if something that the viewer may see shows it: a hash alone makes nothing visible (R1.2). Error: `item-unknown`. */
export const imageGet = defineCommand('image.get', {
  readOnly: true,
  run(context, { hash }) {
    const { store, account } = context
    const person = account === undefined ? undefined : loadPerson(context, account, context.now)
    const viewer = viewerOf(person?.facts ?? null)
    const shown = store.items.audiencesWithPhoto(hash).some((audience) => isVisible(audience, viewer))
    const webp = shown ? store.images.find(hash) : undefined
    return webp ? ok({ image: webp.toString('base64') }) : failure('item-unknown')
  },
})
