import type { PreloadApi } from '../../shared/contract/channels.ts'
import { windowBridge } from '../ui/bridge.ts'
import { mountReception } from './mount.tsx'

const root = document.getElementById('root')
if (root) mountReception(root, windowBridge(window as Window & typeof globalThis & { foyer: PreloadApi }))
