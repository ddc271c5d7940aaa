import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { useSend, useView } from '../../page.ts'
import { DateStrip } from '../../parts/DateStrip.tsx'
import './starts.css'

/** From which day on a plan is to run (R4.3). */
export function Starts({ starts: { days, date } }: { starts: NonNullable<ItemScreen['starts']> }) {
  const { t } = useTranslation('offers')
  const send = useSend()
  const today = useView((view) => view.catalogue.today)
  return (
    <section className="starts">
      <h2 className="starts__title">{t('item.starts')}</h2>
      <DateStrip
        days={days}
        date={date}
        today={today}
        label={t('item.starts')}
        onPick={(day) => send('pickDate', { date: day })}
      />
    </section>
  )
}
