import { type Document, isCollection, isMap, isScalar, type Node } from 'yaml'

/** What an entry in the file is addressed by: keys, and places in lists from 0. */
export type Path = readonly PropertyKey[]

/**
 * Finds where something stands in the file, as an offset: the value at `path`, or the key `key` in the group at `path`.
 * What is missing is found at the nearest group around it.
 */
export function placeFinder(document: Document): (path: Path, key: string | null) => number {
  const start = (node: unknown): number | null => {
    const range = (node as Node | null | undefined)?.range
    return range ? range[0] : null
  }
  return (path, key) => {
    const node = nodeAt(document, path)
    if (key !== null && isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      const found = start(pair?.key)
      if (found !== null) return found
    }
    for (let depth = path.length; depth > 0; depth--) {
      const found = start(nodeAt(document, path.slice(0, depth)))
      if (found !== null) return found
    }
    return start(document.contents) ?? 0
  }
}

function nodeAt(document: Document, path: Path): unknown {
  let node: unknown = document.contents
  for (const step of path) {
    if (!isCollection(node)) return null
    node = node.get(typeof step === 'symbol' ? String(step) : step, true)
  }
  return node
}
