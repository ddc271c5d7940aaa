import { CalendarPlus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLocale, useSend, useView } from '../../page.ts'
import { useFeatures } from '../../parts/useFeatures.ts'
import './desk-areas.css'
import './item-list.css'

/** The desks, area by area: how many are free today, what is there, and what a day costs. */
export function BrowseDesks() {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const desks = useView((view) => view.catalogue.desks)
  const free = useView((view) => view.catalogue.freeToday)
  const price = useView((view) => view.shell.location?.singleDay)
  const words = useFeatures()
  const areas = useMemo(
    () =>
      [...new Set(desks.map((desk) => desk.area))].map((name) => ({
        name,
        members: desks.filter((desk) => desk.area === name),
      })),
    [desks],
  )
  if (desks.length === 0) return <p className="browse-empty">{t('browse.empty.desk')}</p>
  return (
    <>
      <p className="screen__lead">
        {t('browse.desksFree', { count: free })}
        {price && ` · ${t('browse.desksPrice', { price: formatMoney(price, language) })}`}
      </p>
      <ul className="desk-areas">
        {areas.map(({ name, members }) => (
          <li key={name} className="desk-area">
            <h2 className="desk-area__name">{name}</h2>
            <p className="desk-area__free">
              {t('browse.area', {
                free: members.filter((desk) => desk.state === 'free').length,
                all: members.length,
              })}
            </p>
            <p className="desk-area__text">
              {words([...new Set(members.flatMap((desk) => desk.features))]).join(', ')}
            </p>
          </li>
        ))}
      </ul>
      <Button
        kind="primary"
        wide
        className="browse-go"
        icon={CalendarPlus}
        label={t('browse.book')}
        onClick={() => send('start', { purpose: 'book' })}
      />
    </>
  )
}
