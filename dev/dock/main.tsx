import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../renderer/ui/base.css'
import { Dock } from './Dock.tsx'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Dock />
    </StrictMode>,
  )
