import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mail } from './order.ts'

/** Says aloud that a mail came, without moving anything (politely). What was there from the start is no news. */
export function Arrivals({ newest }: { newest: Mail | undefined }) {
  const { t } = useTranslation('mailbox')
  const [known] = useState(newest?.id)
  const isNews = newest !== undefined && newest.id !== known
  return (
    <output className="visually-hidden">
      {isNews && t('arrived', { to: newest.to, subject: newest.subject || t('noSubject') })}
    </output>
  )
}
