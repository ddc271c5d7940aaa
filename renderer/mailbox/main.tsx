import type { PreloadApi } from '../../shared/contract/channels.ts'
import { windowBridge } from '../ui/bridge.ts'
import { mountMailbox } from './mount.tsx'

const root = document.getElementById('root')
if (root) mountMailbox(root, windowBridge(window as Window & typeof globalThis & { foyer: PreloadApi }))
