/** A code in two halves, as it is read out. */
export function halves(code: string): [string, string] {
  const middle = code.length / 2
  return [code.slice(0, middle), code.slice(middle)]
}
