import { build } from 'vite'
import { galleryConfig } from './vite.ts'

/** Builds the gallery into out/gallery/site. A process of its own: a test runner has its own idea of what NODE_ENV is. */
await build(galleryConfig())
