import { afterEach } from 'vitest'

// Files of one worker share their modules (vitest.config.ts), and with them the document: what a test has drawn goes with it.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
