import { Info, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { errorText } from '../../i18n/errors.ts'
import { useLocale, useOwn, useSend, useView } from '../page.ts'
import './notice.css'

const own = [
  'restarted',
  'signed-out',
  'offline-codes',
  'profile-saved',
  'billing-saved',
  'cancelled',
  'plan-ends',
] as const
type Own = (typeof own)[number]
/** Good news and plain facts; the rest asks for attention. */
const calm: readonly string[] = own.filter((code) => code !== 'offline-codes')
const isOwn = (code: ErrorCode | Own): code is Own => own.includes(code as Own)

/** Said once on top of the screen: something happened that the person should know, and what works nevertheless. */
export function Notice() {
  const { t } = useTranslation('kiosk')
  const { t: tError } = useTranslation('errors')
  const { language, zone } = useLocale()
  const send = useSend()
  const said = useView((view) => view.shell.notice)
  const failed = useOwn((state) => state.failed)
  const notice = said ?? failed
  return (
    <div className="notice-place" aria-live="polite">
      {notice && (
        <div className={calm.includes(notice.code) ? 'notice notice--calm' : 'notice'}>
          <Info aria-hidden />
          <p className="notice__text">
            {isOwn(notice.code)
              ? t(`notice.${notice.code}`)
              : errorText(tError, { ...notice, code: notice.code }, zone, language)}
          </p>
          <button
            type="button"
            className="notice__close"
            aria-label={t('notice.dismiss')}
            onClick={() => send('dismissNotice', {})}
          >
            <X aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}
