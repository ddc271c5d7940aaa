import { Cloud, CloudOff, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { Link } from '../../../shared/contract/link.ts'
import { useDesk } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'

const icons: Record<Link, LucideIcon> = { online: Cloud, connecting: LoaderCircle, offline: CloudOff }

/** Whether the hub is there, by sign and word. */
export function HubLink() {
  const { t } = useWords()
  const link = useDesk((state) => state.view?.link ?? 'connecting')
  const Icon = icons[link]
  return (
    <output className={`hublink hublink--${link}`}>
      <Icon aria-hidden />
      <span>{t(`header.link.${link}`)}</span>
    </output>
  )
}
