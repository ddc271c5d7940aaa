import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { setPageLanguage } from '../i18n/index.ts'
import { Bench } from './layout/ConsoleLayout.tsx'
import { HealthVeil } from './lock/HealthOverlay.tsx'
import { Locked } from './lock/Locked.tsx'
import { Unpaired } from './lock/Unpaired.tsx'
import { useDesk } from './state/useConsole.ts'
import { useMakeWords, WordsProvider } from './state/words.ts'

/** The console as its lock stands: not paired, locked, or open. */
export function App() {
  const words = useMakeWords()
  const { i18n } = useTranslation()
  const language = useDesk((state) => state.view?.language)
  const place = useDesk((state) => state.view?.location?.name)

  useEffect(() => {
    if (language) setPageLanguage(i18n, language)
  }, [i18n, language])
  useEffect(() => {
    document.title = [words.t('title'), place].filter(Boolean).join(' · ')
  }, [words, place])

  return (
    <WordsProvider value={words}>
      <Content />
      <HealthVeil />
    </WordsProvider>
  )
}

function Content() {
  const lock = useDesk((state) => state.view?.lock)
  switch (lock?.state) {
    case undefined:
      return null
    case 'unpaired':
      return <Unpaired />
    case 'locked':
      return <Locked lock={lock} />
    case 'open':
      return <Bench staff={lock.staff} lockAt={lock.lockAt} />
  }
}
