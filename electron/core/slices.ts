/** Sends a page the slices of its view that changed since the last time; the first time, all of them. */
export function sliceSender<V extends object>(push: (slices: Partial<V>) => void): (view: V) => void {
  const last = new Map<string, { value: unknown; text: string }>()
  return (view) => {
    const changed: Partial<V> = {}
    for (const key of Object.keys(view) as (keyof V & string)[]) {
      const value = view[key]
      const before = last.get(key)
      // Views are immutable: the same object is the same slice.
      if (before && before.value === value) continue
      const text = JSON.stringify(value)
      last.set(key, { value, text })
      if (before?.text !== text) changed[key] = value
    }
    if (Object.keys(changed).length > 0) push(changed)
  }
}
