import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { projectMail } from '../identity/codes.ts'
import { personChanged } from '../../projections/person.ts'
import { projectRequest } from '../../engine/requests.ts'
import { defineCommand } from '../../pipeline/command.ts'

/**
 * Answers a question: by mail, and in the person's account. Once, as the mail is gone then.
 * Errors: `request-unknown`, `already-done`.
 */
export const staffAnswer = defineCommand('staff.answer', {
  run(run, { request: id, text }) {
    const { store, now, staff } = run
    const asked = store.requests.find(id)
    if (!asked) return failure('request-unknown')
    if (asked.answer) return failure('already-done')
    store.requests.answer(id, text, staff.id, now)
    const answer = { text, at: now, by: staff.name }
    projectRequest(run, { ...asked, answer })
    const { account, text: question } = asked
    const { profile } = personChanged(run, account)

    const mail = newId(run.system)
    const { email: to, name } = profile
    const record = {
      id: mail,
      device: '',
      to,
      kind: 'answer',
      at: now,
      status: 'queued',
      detail: '',
    } as const
    store.mails.add(record)
    projectMail(run, record)
    const language = store.people.language(account) ?? 'en'
    run.effects.push({
      kind: 'mail',
      mail: {
        id: mail,
        device: '',
        kind: 'answer',
        to,
        language,
        name,
        question,
        answer: text,
        by: staff.name,
      },
    })
    run.activity('answered', staff.name, name || to)
    run.audit('staff.answer', id, { mail })
    return ok({})
  },
})
