import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { formatAge } from '../../../i18n/format.ts'
import { useMinute } from '../../../ui/clock.ts'
import { useLocale } from '../../page.ts'
import './comments.css'

/** What others have said about a post, oldest first. */
export function Comments({ comments }: { comments: NonNullable<ItemScreen['comments']> }) {
  const { t } = useTranslation('offers')
  const { language } = useLocale()
  const now = useMinute()
  return (
    <section className="comments">
      <h2 className="comments__title">{t('item.comments')}</h2>
      {comments.length === 0 && <p className="comments__none">{t('item.noComments')}</p>}
      <ul className="comments__list">
        {comments.map(({ id, by, at, text }) => (
          <li key={id} className="comment">
            <p className="comment__by">
              <strong>{by}</strong> <span>{formatAge(Math.min(at, now), now, language)}</span>
            </p>
            <p className="comment__text">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
