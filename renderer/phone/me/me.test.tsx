// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Person } from '../../../shared/contract/person.ts'
import { aPerson } from '../../../shared/domain/facts.fixture.ts'
import { drawPhone, type PhoneAnswers } from '../../../test/fixtures/draw-phone.tsx'
import { viewNow } from '../../../test/fixtures/views.ts'
import { usePhoneState } from '../phone.ts'
import { Banner } from './Banner.tsx'
import { Bookings } from './Bookings.tsx'
import { PassCard } from './PassCard.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { QuestionsPage } from './QuestionsPage.tsx'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: viewNow }))
afterEach(() => vi.useRealTimers())

const hour = 3_600_000
const profile = {
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  phone: '',
  bio: '',
  company: '',
  photo: null,
  bannerDismissed: false,
}
const ada: Person = { profile, facts: aPerson(), billing: null, orders: [], requests: [] }
const no = (code: string) => ({ ok: false, error: { code } })
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

/** A part that is about whoever is signed in. */
function setUp(
  Part: (props: { person: Person }) => React.ReactNode,
  answers: PhoneAnswers = {},
  person = ada,
) {
  function Own() {
    const known = usePhoneState((state) => state.person)
    return known && <Part person={known} />
  }
  return drawPhone(<Own />, { answers, person })
}

describe('the profile', () => {
  it('is saved as it was typed, without blanks, and says so (R3.4)', async () => {
    const { user, asked } = setUp(ProfileForm, {
      'profile.update': (payload) => ({
        ok: true,
        value: { person: { ...ada, profile: { ...profile, ...(payload as object) } } },
      }),
    })
    expect(button('Save').disabled).toBe(true)
    await user.type(screen.getByRole('textbox', { name: 'Bio' }), ' Counts things. ')
    await user.click(button('Save'))
    expect(await screen.findByText(/Saved/)).toBeTruthy()
    expect(asked.find(({ type }) => type === 'profile.update')?.payload).toEqual({
      name: 'Ada Lovelace',
      phone: '',
      bio: 'Counts things.',
    })
    expect(screen.getByRole('textbox', { name: 'Bio' })).toHaveProperty('value', 'Counts things.')
    expect(button('Save').disabled).toBe(true)
  })

  it('says at the phone that it is none, and keeps what was typed', async () => {
    const { user, phone } = setUp(ProfileForm, { 'profile.update': () => no('phone-invalid') })
    const box = screen.getByRole('textbox', { name: 'Phone' })
    await user.type(box, '12')
    await user.click(button('Save'))
    await waitFor(() => expect(box.getAttribute('aria-invalid')).toBe('true'))
    expect(document.activeElement).toBe(box)
    expect(phone.memory.read('profile-draft.ada')).toMatchObject({ phone: '12' })
  })
})

describe('a question', () => {
  it('is the same one when it is sent again after a lost answer (I2)', async () => {
    let answer: object = no('try-again')
    const { user, asked } = setUp(QuestionsPage, { 'support.ask': () => answer })
    expect(button('Send').disabled).toBe(true)
    await user.type(screen.getByRole('textbox'), 'May I pause it?')
    await user.click(button('Send'))
    await waitFor(() => expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true'))
    answer = { ok: true, value: { person: ada } }
    await user.click(button('Send'))
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveProperty('value', ''))
    const [first, second] = asked.map(({ payload }) => payload)
    expect(first).toMatchObject({ text: 'May I pause it?', item: null })
    expect(second).toEqual(first)
  })
})

describe('the banner', () => {
  it('names what is missing, and is gone when nothing is (R3.4)', async () => {
    const { user, asked, phone } = setUp(Banner)
    expect(screen.getByText('Still missing: a photo, your phone number, and a line about you.')).toBeTruthy()
    await user.click(button("Don't show this again"))
    await waitFor(() => expect(asked[0]?.type).toBe('profile.dismissBanner'))
    phone.store.setState({ person: { ...ada, profile: { ...profile, bannerDismissed: true } } })
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
  })
})

describe('what is booked', () => {
  const facts = aPerson({
    reservations: [
      {
        id: 'r1',
        item: 'room',
        itemName: 'Kitchen table',
        from: viewNow + hour,
        until: viewNow + 2 * hour,
        covered: 0,
      },
    ],
  })
  const Part = ({ person }: { person: Person }) => (
    <Bookings person={person} today="2026-11-23" now={viewNow} />
  )

  it('is given back after one question, which names it (R5.5)', async () => {
    const { user, asked } = setUp(Part, {}, { ...ada, facts })
    await user.click(button('Give Kitchen table back'))
    expect(screen.getByText('Give Kitchen table back? Somebody else may take it then.')).toBeTruthy()
    await user.click(button('Keep'))
    expect(asked).toEqual([])
    await user.click(button('Give Kitchen table back'))
    await user.click(button('Give back'))
    await waitFor(() =>
      expect(asked[0]).toMatchObject({ type: 'item.cancel', payload: { reservation: 'r1' } }),
    )
  })
})

describe('the rotating pass', () => {
  const codes = [{ from: viewNow - 1000, until: viewNow + 29_000, text: 'abc.def' }]

  it('is shown as a code with the time it has left (R7.2)', async () => {
    drawPhone(<PassCard />, {
      answers: { 'pass.rotate': () => ({ ok: true, value: { now: viewNow, codes } }) },
    })
    expect(await screen.findByRole('img', { name: 'Access pass' })).toBeTruthy()
    expect(screen.getByText('0:29')).toBeTruthy()
  })

  it('is never shown after its time: without the network it says why (R7.2)', async () => {
    drawPhone(<PassCard />, { answers: { 'pass.rotate': () => no('hub-unreachable') } })
    expect(await screen.findByText(/^Your pass needs the network/)).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
  })
})
