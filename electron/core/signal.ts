/** One kind of happening and whoever listens to it. */
export interface Signal<T> {
  emit(value: T): void
  /** Returns how to stop listening. */
  on(listen: (value: T) => void): () => void
}

export function signal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    emit: (value) => {
      for (const listen of listeners) listen(value)
    },
    on: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
  }
}
