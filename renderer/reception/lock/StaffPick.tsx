import { Check } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../state/words.ts'
import { Avatar } from '../ui/Avatar.tsx'

interface Props {
  staff: { id: string; name: string }[]
  picked: string | undefined
  onPick: (id: string) => void
}

/** Who is at the desk: one radio per member of staff. */
export function StaffPick({ staff, picked, onPick }: Props) {
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
