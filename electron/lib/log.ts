export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
/** Facts for whoever runs it; ids and counts, never names, emails, codes or secrets. */
export type Log = (level: LogLevel, event: string, fields?: Record<string, unknown>) => void

/** One JSON line per event on stderr. `part` says which process speaks. */
export function stderrLog(part: string, now: () => number, level: LogLevel = 'info'): Log {
  const order: LogLevel[] = ['debug', 'info', 'warn', 'error']
  return (at, event, fields) => {
    if (order.indexOf(at) < order.indexOf(level)) return
    process.stderr.write(
      `${JSON.stringify({ at: new Date(now()).toISOString(), part, level: at, event, ...fields })}\n`,
    )
  }
}

export const silentLog: Log = () => {}
