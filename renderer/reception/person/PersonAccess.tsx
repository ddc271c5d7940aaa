import { grantWord } from '../data/grants.ts'
import type { GrantRow as Row } from '../data/rows.ts'
import { GrantRow } from '../grants/GrantRow.tsx'
import { useDesk } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'

/** The person's grants, newest first. */
export function PersonAccess({ grants }: { grants: Row[] }) {
  const { t } = useWords()
  const now = useDesk((state) => state.now)
  const zone = useDesk((state) => state.view?.location?.zone ?? 'UTC')
  return (
    <div className="person__part">
      <h3>{t('person.grants')}</h3>
      {grants.length === 0 && <p className="row__soft">{t('person.noGrants')}</p>}
      <ul className="rows person__rows">
        {grants.map((row) => (
          <GrantRow key={row.id} row={row} word={grantWord(row, zone, now)} current nameless />
        ))}
      </ul>
    </div>
  )
}
