import { useState } from 'react'
import { useWords } from '../state/words.ts'
import { SidePanel } from '../ui/SidePanel.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { CodeForm } from './CodeForm.tsx'

/** A code for somebody whom staff know, or for a walk-in for whom they vouch (R2.7). */
export function CodePanel() {
  const { t } = useWords()
  const [whom, setWhom] = useState<'known' | 'walkIn'>('known')
  const tabs = [
    { key: 'known', word: t('code.known') },
    { key: 'walkIn', word: t('code.walkIn') },
  ] as const
  return (
    <SidePanel title={t('code.issue')}>
      <Tabs label={t('code.whom')} tabs={tabs} chosen={whom} onChoose={setWhom}>
        <CodeForm key={whom} withName={whom === 'walkIn'} />
      </Tabs>
    </SidePanel>
  )
}
