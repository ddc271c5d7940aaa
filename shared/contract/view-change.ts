/**
 * How a view has changed. `slices` are whole, the first time all of them; `fields` are what is new of a slice that has the same
 * fields as before. A desk that was taken is told without what is on offer, which is five times as large.
 */
export interface ViewChange<V> {
  slices: Partial<V>
  fields?: { [K in keyof V]?: Partial<V[K]> }
}

/** The view after a change; what has not changed in it is the same object as before. */
export function changedView<V extends object>(view: V | null, { slices, fields }: ViewChange<V>): V {
  const changed = { ...view, ...slices } as V
  for (const key in fields) changed[key] = { ...changed[key], ...fields[key] }
  return changed
}
