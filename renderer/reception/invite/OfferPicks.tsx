import { useId, useState } from 'react'
import { FieldError } from '../../ui/Field.tsx'
import { mostResources } from '../data/invite.ts'
import type { OfferRow } from '../data/rows.ts'
import { matches, searchWords } from '../data/search.ts'
import { useWords } from '../state/words.ts'
import './picks.css'

/** More than these are looked for rather than looked through. */
const filterFrom = 8

interface Props {
  offers: OfferRow[]
  picked: string[]
  error: string | null
  onPick: (picked: string[]) => void
}

/** Desks and offices that nobody has: which become the member's own. */
export function OfferPicks({ offers, picked, error, onPick }: Props) {
  const { t } = useWords()
  const id = useId()
  const [filter, setFilter] = useState('')
  const words = searchWords(filter)
  const nameOf = ({ kind, name }: OfferRow): string =>
    kind === 'desk' ? t('here.desk', { desk: name }) : name
  const shown = offers.filter((offer) => matches(words, nameOf(offer)))
  const theirs = offers.filter((offer) => picked.includes(offer.id))
  const isFull = picked.length >= mostResources
  const toggle = (offer: string): void =>
    onPick(picked.includes(offer) ? picked.filter((one) => one !== offer) : [...picked, offer])

  return (
    <fieldset className="picks" aria-describedby={`${id}-theirs`}>
      <legend className="field__label">{t('invite.resources')}</legend>
      <p id={`${id}-theirs`} className="row__soft">
        {offers.length === 0
          ? t('invite.noneFree')
          : theirs.length === 0
            ? t('invite.nonePicked')
            : theirs.map(nameOf).join(', ')}
      </p>
      {offers.length > filterFrom && (
        <input
          className="picks__filter field__input"
          type="search"
          aria-label={t('invite.filter')}
          placeholder={t('invite.filter')}
          autoComplete="off"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          // Enter looks for something here; it does not send the invitation.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {shown.length > 0 && (
        <ul className="picks__list">
          {shown.map((offer) => (
            <li key={offer.id}>
              <label className="pick">
                <input
                  type="checkbox"
                  checked={picked.includes(offer.id)}
                  disabled={isFull && !picked.includes(offer.id)}
                  aria-invalid={error ? true : undefined}
                  onChange={() => toggle(offer.id)}
                />
                <span>{nameOf(offer)}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {offers.length > 0 && shown.length === 0 && (
        <p className="row__soft">{t('columns.nothingFound', { query: filter.trim() })}</p>
      )}
      <div aria-live="polite">{error && <FieldError text={error} />}</div>
    </fieldset>
  )
}
