import type { Temporal as Polyfill } from 'temporal-polyfill'

/** Temporal as the runtime has it. Only where it has none is the polyfill loaded: it is a tenth of the core's code. */
export const Temporal: typeof Polyfill =
  (globalThis as { Temporal?: typeof Polyfill }).Temporal ?? (await import('temporal-polyfill')).Temporal
