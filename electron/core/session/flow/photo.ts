import { commands } from '../../../../shared/contract/commands.ts'
import { type Answers, type Handlers } from '../events.ts'
import { go, sendCommand, show, stay } from '../steps.ts'
import { toAccount } from './arriving.ts'
/** A photo of oneself, by the camera (R3.4). */
export const photoHandlers: Handlers<'addPhoto' | 'usePhoto' | 'removePhoto'> = {
  addPhoto: (state) =>
    state.signedIn && state.screen.name === 'account' && !state.waiting
      ? go(state, { name: 'photo', error: null })
      : stay(state),
  usePhoto: (state, { image }) => {
    const { screen, signedIn } = state
    if (screen.name !== 'photo' || !signedIn || state.waiting) return stay(state)
    const payload = commands['photo.put'].payload.safeParse({ image })
    if (!payload.success) return show(state, { ...screen, error: { code: 'photo-invalid' } })
    const next = { ...state, screen: { ...screen, error: null } }
    return sendCommand(next, signedIn, { type: 'photo.put', payload: payload.data }, 'photo')
  },
  removePhoto: (state) => {
    const { screen, signedIn } = state
    const here = screen.name === 'account' || screen.name === 'photo'
    if (!here || !signedIn || state.waiting) return stay(state)
    return sendCommand(state, signedIn, { type: 'photo.remove', payload: {} }, 'photo')
  },
}

export const photoAnswers: Answers<'photo.put' | 'photo.remove'> = {
  'photo.put': (state) => toAccount({ ...state, notice: { code: 'profile-saved' } }),
  'photo.remove': (state) => toAccount({ ...state, notice: { code: 'profile-saved' } }),
}
