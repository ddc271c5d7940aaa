/** How many rows stand above the one that was the newest when the top was last looked at. */
export function countNewer(rows: readonly { id: string }[], seen: string | undefined): number {
  if (seen === undefined) return 0
  return Math.max(
    0,
    rows.findIndex((row) => row.id === seen),
  )
}
