import type { Verb } from './verb.ts'

/** How the device and its doors are; the latest report wins (R8.1). */
export const report: Verb<'report'> = {
  proven: true,
  async run({ engine }, _connection, input, device) {
    await engine.deviceReport(device.id, input)
    return { ok: true, value: {} }
  },
}
