import 'i18next'
import type common from './locales/en/common.json'
import type errors from './locales/en/errors.json'
import type kiosk from './locales/en/kiosk.json'
import type mailbox from './locales/en/mailbox.json'
import type offers from './locales/en/offers.json'
import type phone from './locales/en/phone.json'
import type reception from './locales/en/reception.json'

/** A key that the English files do not have is a type error; that the others have the same is a test. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      common: typeof common
      errors: typeof errors
      kiosk: typeof kiosk
      mailbox: typeof mailbox
      phone: typeof phone
      offers: typeof offers
      reception: typeof reception
    }
  }
}
