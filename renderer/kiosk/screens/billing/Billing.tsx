import { ArrowRight } from 'lucide-react'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Billing as Draft } from '../../../../shared/contract/basics.ts'
import { countryName, formatMoney } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field, FieldError } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useLocale, useSend, useView } from '../../page.ts'
import { useFirstFocus } from '../../parts/useFirstFocus.ts'
import { CountryField } from './CountryField.tsx'
import { countryOf } from './countries.ts'
import { type BillingFaults, type BillingField, billingFields, faultOf, faultsOf } from './draft.ts'
import './billing.css'

const lengths: Record<BillingField, number> = {
  name: 120,
  street: 120,
  postalCode: 16,
  city: 80,
  country: 60,
  taxId: 40,
}

/** Whom the bill is made out to, asked once before something that costs (R3.3). */
export function Billing({ screen }: { screen: ScreenOf<'billing'> }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const own = useView((view) => view.shell.location?.country ?? '')
  const waiting = useView((view) => view.shell.waiting)
  const errorText = useErrorText()
  const first = useFirstFocus<HTMLInputElement>()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(screen.billing, own, language))
  const [faults, setFaults] = useState<BillingFaults>({})
  useEffect(() => setFaults(faultOf(screen.error)), [screen.error])
  const about = faultOf(screen.error)
  const error = Object.keys(about).length > 0 ? null : errorText(screen.error)

  const change = (field: BillingField, value: string): void => {
    setDraft((before) => ({ ...before, [field]: value }))
    setFaults(({ [field]: _gone, ...others }) => others)
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const country = countryOf(draft.country)
    const found = faultsOf(draft, country)
    setFaults(found)
    const wrong = billingFields.find((field) => found[field])
    if (wrong) form.current?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus()
    else send('saveBilling', { ...trimmed(draft), country: country ?? '' })
  }
  const text = (field: BillingField) => ({
    name: field,
    type: 'text',
    autoComplete: 'off',
    spellCheck: false,
    maxLength: lengths[field],
    'data-keyboard': 'text',
    label: t(`billing.${field}`),
    value: draft[field],
    error: faults[field] ? t(`billing.${faults[field]}`) : null,
    onChange: (event: { target: { value: string } }) => change(field, event.target.value),
  })
  return (
    <form ref={form} className="billing" onSubmit={submit} noValidate>
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
            value={draft.country}
            error={faults.country ? t(`billing.${faults.country}`) : null}
            onChange={(value) => change('country', value)}
          />
          <Field {...text('taxId')} data-keyboard="code" hint={t('billing.optional')} />
        </div>
      </div>
      <div className="billing__foot">
        {error && <FieldError text={error} />}
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

function draftOf(billing: Draft | null, own: string, language: Parameters<typeof countryName>[1]): Draft {
  const code = billing?.country ?? own
  const country = code ? countryName(code, language) : ''
  return { name: '', street: '', postalCode: '', city: '', taxId: '', ...billing, country }
}

function trimmed(draft: Draft): Draft {
  const all = billingFields.map((field) => [field, draft[field].trim()] as const)
  return Object.fromEntries(all) as unknown as Draft
}
