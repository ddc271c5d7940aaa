import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { cleanLine } from '../clean.ts'
import { presentPerson } from '../present.ts'

/** Name and acceptance of the current version (R3.1, R3.2). Errors: `name-needed`, `terms-outdated`. */
export const termsAccept = defineCommand<'terms.accept', { account: string }>('terms.accept', {
  run(context, { name: typed, version, language }) {
    const { store, account, now } = context
    const name = cleanLine(typed)
    if (name === '') return failure('name-needed')
    const { facts, terms } = context.place()
    // The newest is on the screen, whether or not it is the one that is asked for (R3.2).
    if (version !== terms.version) return failure('terms-outdated')
    // The text that was on the screen: in the person's language, else in the first that there is.
    const [shownIn, shown] = terms.texts[language]
      ? [language, terms.texts[language]]
      : (Object.entries(terms.texts)[0] ?? [language, { hash: '' }])
    store.people.setName(account, name)
    const acceptance = { account, location: facts.id, version, hash: shown.hash, language: shownIn }
    store.people.accept({ ...acceptance, device: context.device.id, at: now })
    context.audit('terms.accept', account, { version, hash: shown.hash, language: shownIn })
    context.person = personChanged(context, account, { session: context.session })
    return ok({ account })
  },
  present: presentPerson,
})
