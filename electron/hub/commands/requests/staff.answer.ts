import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { projectRequest } from '../../projections/reception.ts'
import { queueMail } from '../mails/mails.ts'

/**
 * Answers a question: by mail, and in the person's account. Once, as the mail is gone then.
 * Errors: `request-unknown`, `already-done`.
 */
export const staffAnswer = defineCommand('staff.answer', {
  run(context, { request: id, text }) {
    const { store, now, staff } = context
    const asked = store.requests.find(id)
    if (!asked) return failure('request-unknown')
    if (asked.answer) return failure('already-done')
    store.requests.answer(id, text, staff.id, now)
    const answer = { text, at: now, by: staff.name }
    projectRequest(context, { ...asked, answer })
    const { account, text: question } = asked
    const { profile } = personChanged(context, account)

    const mail = newId(context.system)
    const { email: to, name } = profile
    const language = store.people.language(account) ?? 'en'
    const by = staff.name
    queueMail(context, {
      id: mail,
      device: '',
      kind: 'answer',
      to,
      language,
      name,
      question,
      answer: text,
      by,
    })
    context.activity('answered', staff.name, name || to)
    context.audit('staff.answer', id, { mail })
    return ok({})
  },
})
