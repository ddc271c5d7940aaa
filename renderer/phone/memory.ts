/**
 * What survives a reload of the page, and ends with its tab: how far somebody is, and what they typed and have not sent.
 * The chosen language stays longer. A browser that keeps nothing is no error.
 */
export interface Memory {
  /** What was written, in the shape it had then; null = nothing. */
  read(key: string): unknown
  write(key: string, value: unknown): void
  forget(key: string): void
  /** Everything about the person: after a log-out. */
  forgetAll(): void
  language: { read(): string | null; write(language: string): void }
}

const prefix = 'foyer.'

export function createMemory(tab: () => Storage, browser: () => Storage): Memory {
  const attempt = <T>(run: () => T): T | null => {
    try {
      return run()
    } catch {
      return null
    }
  }
  return {
    read: (key) => attempt(() => JSON.parse(tab().getItem(prefix + key) ?? 'null') as unknown),
    write: (key, value) => void attempt(() => tab().setItem(prefix + key, JSON.stringify(value))),
    forget: (key) => void attempt(() => tab().removeItem(prefix + key)),
    forgetAll: () =>
      void attempt(() => {
        const keys = Array.from({ length: tab().length }, (_, n) => tab().key(n) ?? '')
        for (const key of keys) if (key.startsWith(prefix)) tab().removeItem(key)
      }),
    language: {
      read: () => attempt(() => browser().getItem(`${prefix}language`)),
      write: (language) => void attempt(() => browser().setItem(`${prefix}language`, language)),
    },
  }
}
