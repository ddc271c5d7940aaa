import type { ReactNode } from 'react'
import { HubLink } from '../header/HubLink.tsx'
import { LanguagePick } from '../header/LanguagePick.tsx'
import { PlaceClock } from '../header/PlaceClock.tsx'
import { useDesk } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './front.css'

/** What stands around the console while it shows nobody's data: the place, the time, the hub, the language. */
export function Front({ heading, children }: { heading: string; children: ReactNode }) {
  const { t } = useWords()
  const place = useDesk((state) => state.view?.location?.name ?? '')
  return (
    <div className="front">
      <header className="front__top">
        <div>
          <p className="front__place">{place || t('title')}</p>
          <p className="header__when">
            <PlaceClock />
            <HubLink />
          </p>
        </div>
        <LanguagePick />
      </header>
      <main className="front__main">
        <h1>{heading}</h1>
        {children}
      </main>
    </div>
  )
}
