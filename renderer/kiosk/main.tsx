import { lastHomeId, type PreloadApi } from '../../shared/contract/channels.ts'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import { windowBridge } from '../ui/bridge.ts'
import { mountKiosk } from './mount.tsx'

const root = document.getElementById('root')
const lastHome = document.getElementById(lastHomeId)?.textContent
if (root)
  mountKiosk(
    root,
    windowBridge(window as Window & typeof globalThis & { foyer: PreloadApi }),
    lastHome ? (JSON.parse(lastHome) as KioskView) : null,
  )
