import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Billing as BillingValues, Language } from '../../../../shared/contract/basics.ts'
import { countryName, formatMoney } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field, FieldError } from '../../../ui/Field.tsx'
import { useFirstFocus } from '../../../ui/useFirstFocus.ts'
import { useForm } from '../../../ui/useForm.ts'
import { type ScreenOf, useErrorText, useLocale, useSend, useView } from '../../page.ts'
import { billingForm } from './billing-form.ts'
import { CountryField } from './CountryField.tsx'
import { countryOf } from './countries.ts'
import './billing.css'

/** Whom the bill is made out to, asked once before something that costs (R3.3). */
export function Billing({ screen }: { screen: ScreenOf<'billing'> }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const own = useView((view) => view.shell.location?.country ?? '')
  const waiting = useView((view) => view.shell.waiting)
  const errorText = useErrorText()
  const first = useFirstFocus<HTMLInputElement>()
  const form = useForm(billingForm, {
    initial: valuesOf(screen.billing, own, language),
    refused: screen.error,
    say: (fault) => t(`billing.${typeof fault === 'string' ? fault : 'wrong'}`),
    submit: (values) => send('saveBilling', { ...values, country: countryOf(values.country) ?? '' }),
  })
  const text = (field: keyof BillingValues) => ({
    ...form.text(field),
    type: 'text',
    autoComplete: 'off',
    spellCheck: false,
    'data-keyboard': 'text',
    label: t(`billing.${field}`),
  })
  return (
    <form {...form.props} className="billing">
      <div className="billing__head">
        <h1 className="screen__heading">{t(screen.price ? 'billing.title' : 'billing.titleEdit')}</h1>
        <p className="screen__lead">
          {screen.price
            ? t('billing.text', { price: formatMoney(screen.price, language) })
            : t('billing.textEdit')}
        </p>
      </div>
      <div className="billing__fields">
        <Field ref={first} {...text('name')} data-capitals="words" />
        <Field {...text('street')} data-capitals="words" />
        <div className="billing__pair billing__pair--city">
          <Field {...text('postalCode')} data-keyboard="code" />
          <Field {...text('city')} data-capitals="words" />
        </div>
        <div className="billing__pair">
          <CountryField
            value={form.values.country}
            error={form.error('country')}
            onChange={(country) => form.change({ country })}
          />
          <Field {...text('taxId')} data-keyboard="code" hint={t('billing.optional')} />
        </div>
      </div>
      <div className="billing__foot">
        {form.failure && <FieldError text={errorText(form.failure) ?? ''} />}
        <Button
          kind="primary"
          type="submit"
          wide
          icon={ArrowRight}
          label={t('billing.go')}
          busy={waiting === 'terms' || waiting === 'hub'}
        />
      </div>
    </form>
  )
}

/** What is known already, with the country's name in place of its code. */
function valuesOf(billing: BillingValues | null, own: string, language: Language): BillingValues {
  const code = billing?.country ?? own
  const country = code ? countryName(code, language) : ''
  return { name: '', street: '', postalCode: '', city: '', taxId: '', ...billing, country }
}
