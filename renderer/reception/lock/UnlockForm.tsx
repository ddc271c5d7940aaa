import { Check, LockOpen } from 'lucide-react'
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { pinSchema } from '../../../shared/contract/basics.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Keyboard } from '../../ui/keyboard/Keyboard.tsx'
import { useSignIn } from '../state/useAction.ts'
import { useConsole } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import './unlock.css'

/** Name and PIN. The PIN leaves the field as soon as it was sent. */
export function UnlockForm({ staff }: { staff: { id: string; name: string }[] }) {
  const { t, error } = useWords()
  const action = useSignIn()
  const [picked, setPicked] = useState(staff.length === 1 ? staff[0]?.id : undefined)
  const [pin, setPin] = useState('')
  const [hint, setHint] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const [target, setTarget] = useState<HTMLInputElement | null>(null)
  const [hidden, setHidden] = useState(false)
  const touchScreen = useTouchScreen()
  const language = useConsole((state) => state.view?.language ?? 'en')
  const busy = action.state.phase === 'working'

  useEffect(() => {
    if (picked && !busy) field.current?.focus()
  }, [picked, busy])

  useEffect(() => setTarget(field.current), [])

  const unlock = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!picked) return setHint(t('locked.chooseFirst'))
    if (!pinSchema.safeParse(pin).success) return setHint(t('locked.pinShape'))
    setHint(null)
    setPin('')
    await action.run({ staff: picked, pin })
  }
  const type = (text: string): void => {
    setPin(text.replace(/\D/g, '').slice(0, 12))
    setHint(null)
    if (action.state.phase === 'failed') action.reset()
  }

  return (
    <form className="unlock" onSubmit={(event) => void unlock(event)}>
      <StaffPick staff={staff} picked={picked} onPick={setPicked} />
      <Field
        ref={field}
        label={t('locked.pin')}
        className="unlock__pin"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={pin}
        disabled={busy}
        error={hint ?? (action.state.phase === 'failed' ? error(action.state.error) : null)}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setHidden(false)}
      />
      {touchScreen && target && !hidden && (
        <Keyboard target={target} layout="digits" language={language} onHide={() => setHidden(true)} />
      )}
      <Button
        label={t('locked.unlock')}
        kind="primary"
        icon={LockOpen}
        wide
        busy={busy}
        disabled={busy}
        type="submit"
      />
    </form>
  )
}

interface StaffPickProps {
  staff: { id: string; name: string }[]
  picked: string | undefined
  onPick: (id: string) => void
}

/** Who is at the desk: one radio per member of staff. */
function StaffPick({ staff, picked, onPick }: StaffPickProps) {
  const { t } = useWords()
  const group = useId()
  return (
    <fieldset className="staff">
      <legend className="visually-hidden">{t('locked.staff')}</legend>
      {staff.map(({ id, name }) => (
        <label key={id} className="staff__one">
          <input type="radio" name={group} checked={id === picked} onChange={() => onPick(id)} />
          <Avatar name={name} email="" />
          <span className="staff__name">{name}</span>
          <Check aria-hidden className="staff__check" />
        </label>
      ))}
    </fieldset>
  )
}

/** Whether digits are shown to be tapped: on a touch screen, or once a touch was seen (R11.2). */
function useTouchScreen(): boolean {
  const [touch, setTouch] = useState(() => matchMedia('(pointer: coarse)').matches)
  useEffect(() => {
    const look = ({ pointerType }: PointerEvent): void => {
      if (pointerType !== 'mouse') setTouch(true)
    }
    window.addEventListener('pointerdown', look, { passive: true, capture: true })
    return () => window.removeEventListener('pointerdown', look, { capture: true })
  }, [])
  return touch
}
