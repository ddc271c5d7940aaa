import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../page.ts'
import './quantity.css'

const most = 99

/** How many pieces: never more than there are. */
export function Quantity({ quantity, stock }: { quantity: number; stock: number | null }) {
  const { t } = useTranslation('offers')
  const send = useSend()
  const id = useId()
  const set = (next: number): void => send('setQuantity', { quantity: next })
  return (
    <div className="quantity" role="group" aria-labelledby={id}>
      <span id={id} className="quantity__label">
        {t('item.quantity')}
      </span>
      <div className="quantity__stepper">
        <button
          type="button"
          className="quantity__step"
          aria-label={t('item.less')}
          disabled={quantity <= 1}
          onClick={() => set(quantity - 1)}
        >
          <Minus aria-hidden />
        </button>
        <output className="quantity__count" aria-live="polite">
          {quantity}
        </output>
        <button
          type="button"
          className="quantity__step"
          aria-label={t('item.more')}
          disabled={quantity >= Math.min(most, stock ?? most)}
          onClick={() => set(quantity + 1)}
        >
          <Plus aria-hidden />
        </button>
      </div>
    </div>
  )
}
