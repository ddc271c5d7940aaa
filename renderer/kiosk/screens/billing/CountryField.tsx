import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../ui/Field.tsx'
import { useLocale, useView } from '../../page.ts'
import { type Country, countryOf, suggestCountries } from './countries.ts'
import './country-field.css'

const shown = 4

interface CountryFieldProps {
  value: string
  error: string | null
  onChange: (value: string) => void
}

/**
 * A country, typed or chosen: an ordinary textbox, and under it those that fit what has been typed. The arrow keys go through
 * them, Enter takes one.
 */
export function CountryField({ value, error, onChange }: CountryFieldProps) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const id = useId()
  const own = useView((view) => view.shell.location?.country ?? '')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const known = countryOf(value) !== null
  const countries = open ? suggestCountries(known ? '' : value, language, own, shown) : []
  const list = useRef<HTMLDivElement>(null)
  // In sight, also where the fields slide.
  useLayoutEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [countries.length])
  const choose = ({ name }: Country): void => {
    onChange(name)
    setOpen(false)
  }
  const key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setOpen(true)
      setAt((before) => Math.max(-1, Math.min(countries.length - 1, before + step)))
    }
    const picked = countries[at]
    if (event.key === 'Enter' && picked) {
      event.preventDefault()
      choose(picked)
    }
    if (event.key === 'Escape') setOpen(false)
  }
  return (
    <div className="country-field">
      <Field
        name="country"
        label={t('billing.country')}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        data-keyboard="text"
        data-capitals="words"
        aria-autocomplete="list"
        aria-controls={countries.length > 0 ? id : undefined}
        aria-activedescendant={countries[at] ? `${id}-${countries[at].code}` : undefined}
        value={value}
        error={error}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={key}
        onChange={(event) => {
          onChange(event.target.value)
          setOpen(true)
          setAt(-1)
        }}
      />
      {countries.length > 0 && (
        <div
          ref={list}
          id={id}
          className="country-field__list"
          role="listbox"
          aria-label={t('billing.countries')}
        >
          {countries.map((country, i) => (
            <div
              key={country.code}
              id={`${id}-${country.code}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className="country-field__one"
              // Before the field loses the focus, and without taking it.
              onPointerDown={(event) => {
                event.preventDefault()
                choose(country)
              }}
              // A click without a pointer comes from a screen reader or a switch.
              onClick={() => choose(country)}
              onKeyDown={key}
            >
              {country.name}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
