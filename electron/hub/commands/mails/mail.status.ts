import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** What became of a mail (R2.5). One that another device asked for does not exist for this one. */
export const mailStatus = defineCommand('mail.status', {
  readOnly: true,
  run(context, { mail: id }) {
    const mail = context.store.mails.find(id)
    if (!mail || mail.device !== context.device.id) return failure('invalid-input', { field: 'mail' })
    return ok({ status: mail.status, detail: mail.detail })
  },
})
