/**
 * Words that a page needs at run time and the schemas are made of. Here without zod, as making the contracts' schemas takes
 * a page longer than drawing its first screen.
 */
export const languageCodes = ['en', 'de', 'fr', 'es'] as const
export const itemKinds = [
  'room',
  'office',
  'equipment',
  'parking',
  'event',
  'shop',
  'feed',
  'support',
  'plan',
] as const

/** The tabs of the browse screen. */
export const browseKinds = ['desk', ...itemKinds] as const
export type BrowseKind = (typeof browseKinds)[number]
