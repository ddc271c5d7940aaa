import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { setPageLanguage } from '../i18n/index.ts'
import { ConsoleLayout } from './layout/ConsoleLayout.tsx'
import { HealthOverlay } from './lock/HealthOverlay.tsx'
import { Locked, Unpaired } from './lock/LockScreen.tsx'
import { useConsole } from './state/useConsole.ts'
import { useMakeWords, WordsProvider } from './state/words.ts'

/** The console as its lock stands: not paired, locked, or open. */
export function App() {
  const words = useMakeWords()
  const { i18n } = useTranslation()
  const language = useConsole((state) => state.view?.language)
  const place = useConsole((state) => state.view?.location?.name)

  useEffect(() => {
    if (language) setPageLanguage(i18n, language)
  }, [i18n, language])
  useEffect(() => {
    document.title = [words.t('title'), place].filter(Boolean).join(' · ')
  }, [words, place])

  return (
    <WordsProvider value={words}>
      <Content />
      <HealthOverlay />
    </WordsProvider>
  )
}

function Content() {
  const lock = useConsole((state) => state.view?.lock)
  switch (lock?.state) {
    case undefined:
      return null
    case 'unpaired':
      return <Unpaired />
    case 'locked':
      return <Locked lock={lock} />
    case 'open':
      return <ConsoleLayout staff={lock.staff} lockAt={lock.lockAt} />
  }
}
