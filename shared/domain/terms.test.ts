import { expect, it } from 'vitest'
import { failure } from '../contract/errors.ts'
import { ok } from './result.ts'
import { decideTerms } from './terms.ts'

it.each([
  [true, [2], ok(null)],
  [true, [1, 2], ok(null)],
  // Accepted a later one elsewhere while this device was away: not asked again (R3.2).
  [true, [3], ok(null)],
  [true, [1], failure('terms-needed')],
  [true, [], failure('terms-needed')],
  [false, [], failure('terms-needed')],
  [false, [2], failure('name-needed')],
])(
  'name given: %s, accepted versions %j of which 2 is needed (R3.1, R3.2)',
  (hasName, acceptedTerms, verdict) => {
    expect(decideTerms({ hasName, acceptedTerms }, { termsVersion: 2 })).toEqual(verdict)
  },
)
