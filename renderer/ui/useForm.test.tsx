// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FoyerError } from '../../shared/contract/errors.ts'
import { Field, FieldError } from './Field.tsx'
import { type DraftState, type FormSchema, useForm } from './useForm.ts'

afterEach(cleanup)

interface Values {
  name: string
  phone: string
  pin: string
}

const schema: FormSchema<Values, 'missing'> = {
  name: { maxLength: 120, check: (name) => (name === '' ? 'missing' : null), codes: ['name-needed'] },
  phone: {
    check: (phone) => (/[a-z]/.test(phone) ? { code: 'phone-invalid' } : null),
    codes: ['phone-invalid'],
  },
  pin: { clean: (pin) => pin.replace(/\D/g, '') },
}
const blank: Values = { name: '', phone: '', pin: '' }

interface SampleProps {
  initial?: Values
  follow?: boolean
  draft?: DraftState<Values>
  refused?: FoyerError | null
  submit?: (values: Values) => void | Promise<FoyerError | null>
}

/** A form of three texts; what the hook says is shown as it is. */
function Sample({ initial = blank, submit = () => {}, ...options }: SampleProps) {
  const form = useForm(schema, {
    ...options,
    initial,
    submit,
    say: (fault, field) => `${field}: ${typeof fault === 'string' ? fault : fault.code}`,
  })
  return (
    <form {...form.props} aria-label="sample">
      <Field label="Name" {...form.text('name')} />
      <Field label="Phone" {...form.text('phone')} />
      <Field label="PIN" {...form.text('pin')} />
      {form.failure && <FieldError text={`failed: ${form.failure.code}`} />}
      <button type="submit" disabled={form.submitting}>
        Save
      </button>
      <output>
        {form.touched && 'touched '}
        {form.changed && 'changed '}
        {form.done && 'done '}
        {form.faults.name && 'nameless'}
      </output>
    </form>
  )
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const save = () => screen.getByRole('button', { name: 'Save' })
const state = () => screen.getByRole('status').textContent?.trim()

/** A hub whose answer the test gives. */
function asked() {
  const sent: Values[] = []
  let answer: (error: FoyerError | null) => void = () => {}
  const submit = (values: Values): Promise<FoyerError | null> => {
    sent.push(values)
    return new Promise((resolve) => {
      answer = resolve
    })
  }
  return { sent, submit, answer: (error: FoyerError | null) => answer(error) }
}

describe('a form', () => {
  it('says what is wrong only once it is sent, and puts the focus on the first field of it', async () => {
    const user = userEvent.setup()
    const hub = asked()
    render(<Sample submit={hub.submit} />)
    await user.type(box('Phone'), 'abc')
    expect(screen.queryByText('phone: phone-invalid')).toBeNull()
    await user.click(save())
    expect(hub.sent).toEqual([])
    expect(screen.getByText('name: missing')).toBeTruthy()
    expect(screen.getByText('phone: phone-invalid')).toBeTruthy()
    expect(document.activeElement).toBe(box('Name'))
    expect(box('Name').getAttribute('aria-invalid')).toBe('true')
  })

  it('takes back what it said of a field when that field changes, and nothing else', async () => {
    const user = userEvent.setup()
    render(<Sample />)
    await user.type(box('Phone'), 'abc')
    await user.click(save())
    await user.type(box('Name'), 'A')
    expect(screen.queryByText('name: missing')).toBeNull()
    expect(screen.getByText('phone: phone-invalid')).toBeTruthy()
  })

  it('sends texts without the blanks around them, and only what may be typed', async () => {
    const user = userEvent.setup()
    const sent: Values[] = []
    render(<Sample submit={(values) => void sent.push(values)} />)
    await user.type(box('Name'), '  Ada ')
    await user.type(box('PIN'), '1a2b')
    expect(box('PIN').value).toBe('12')
    await user.click(save())
    expect(sent).toEqual([{ name: 'Ada', phone: '', pin: '12' }])
    // An answer that comes by another way leaves what was typed.
    expect(box('Name').value).toBe('  Ada ')
  })

  it('knows whether there is something to be saved', async () => {
    const user = userEvent.setup()
    render(<Sample initial={{ ...blank, name: 'Ada' }} />)
    expect(state()).toBe('')
    await user.type(box('Name'), 'm')
    expect(state()).toBe('touched changed')
    await user.type(box('Name'), '{Backspace}')
    expect(state()).toBe('touched')
    await user.clear(box('Name'))
    expect(state()).toBe('touched changed nameless')
  })
})

describe('an answer that is promised', () => {
  it('is waited for, once', async () => {
    const user = userEvent.setup()
    const hub = asked()
    render(<Sample submit={hub.submit} />)
    await user.type(box('Name'), 'Ada{Enter}{Enter}')
    expect(hub.sent).toHaveLength(1)
    expect(save()).toHaveProperty('disabled', true)
    hub.answer(null)
    await waitFor(() => expect(state()).toContain('done'))
    expect(box('Name').value).toBe('')
  })

  it('that is no is said at the field that it is about, with the focus there', async () => {
    const user = userEvent.setup()
    const hub = asked()
    render(<Sample submit={hub.submit} />)
    await user.type(box('Name'), 'Ada')
    await user.type(box('Phone'), '12')
    await user.click(save())
    hub.answer({ code: 'phone-invalid' })
    expect(await screen.findByText('phone: phone-invalid')).toBeTruthy()
    expect(document.activeElement).toBe(box('Phone'))
    expect(box('Name').value).toBe('Ada')
    await user.type(box('Phone'), '3')
    expect(screen.queryByText('phone: phone-invalid')).toBeNull()
  })

  it('that names its field itself is said there too', async () => {
    const user = userEvent.setup()
    const hub = asked()
    render(<Sample submit={hub.submit} />)
    await user.type(box('Name'), 'Ada{Enter}')
    hub.answer({ code: 'invalid-input', params: { field: 'profile.pin' } })
    expect(await screen.findByText('pin: invalid-input')).toBeTruthy()
  })

  it('that is about no field stands beside the form until something changes', async () => {
    const user = userEvent.setup()
    const hub = asked()
    render(<Sample submit={hub.submit} />)
    await user.type(box('Name'), 'Ada{Enter}')
    hub.answer({ code: 'hub-unreachable' })
    expect(await screen.findByText('failed: hub-unreachable')).toBeTruthy()
    await user.type(box('Phone'), '1')
    expect(screen.queryByText('failed: hub-unreachable')).toBeNull()
    expect(state()).toBe('touched changed')
  })
})

describe('a refusal that comes with the view', () => {
  it('is read also by who typed on meanwhile, and again when it is the same one', async () => {
    const user = userEvent.setup()
    const refused: FoyerError = { code: 'name-needed' }
    const { rerender } = render(<Sample refused={null} />)
    await user.type(box('Name'), 'x{Enter}y')
    rerender(<Sample refused={refused} />)
    expect(screen.getByText('name: name-needed')).toBeTruthy()
    await user.type(box('Name'), 'z')
    expect(screen.queryByText('name: name-needed')).toBeNull()
    await user.keyboard('{Enter}')
    expect(screen.getByText('name: name-needed')).toBeTruthy()
  })

  it('does not come back for a field that was put right, while another one is wrong', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<Sample initial={{ ...blank, name: 'Ada', phone: '1' }} refused={null} />)
    rerender(<Sample initial={{ ...blank, name: 'Ada', phone: '1' }} refused={{ code: 'phone-invalid' }} />)
    expect(screen.getByText('phone: phone-invalid')).toBeTruthy()
    await user.type(box('Phone'), '2')
    await user.clear(box('Name'))
    await user.click(save())
    expect(screen.getByText('name: missing')).toBeTruthy()
    expect(screen.queryByText('phone: phone-invalid')).toBeNull()
  })
})

describe('what a form begins with', () => {
  it('is read once', () => {
    const { rerender } = render(<Sample initial={{ ...blank, name: 'Ada' }} />)
    rerender(<Sample initial={{ ...blank, name: 'Grace' }} />)
    expect(box('Name').value).toBe('Ada')
  })

  it('or followed, field by field', async () => {
    const user = userEvent.setup()
    const before = { ...blank, name: 'Ada', phone: '0171' }
    const { rerender } = render(<Sample follow initial={before} />)
    await user.type(box('Name'), '!')
    await user.type(box('Phone'), '9')
    rerender(<Sample follow initial={{ ...before, phone: '+49171' }} />)
    expect(box('Name').value).toBe('Ada!')
    expect(box('Phone').value).toBe('+49171')
  })

  it('gives way to a draft that is kept outside, which is gone once it was sent', async () => {
    const user = userEvent.setup()
    const hub = asked()
    const kept = vi.fn<(draft: Values | null) => void>()
    function Outside() {
      const [draft, setDraft] = useState<Values | null>({ ...blank, name: 'Ad' })
      const keep = (next: Values | null): void => {
        kept(next)
        setDraft(next)
      }
      return <Sample draft={[draft, keep]} submit={hub.submit} />
    }
    render(<Outside />)
    await user.type(box('Name'), 'a')
    expect(kept).toHaveBeenLastCalledWith({ ...blank, name: 'Ada' })
    await user.click(save())
    hub.answer(null)
    await waitFor(() => expect(kept).toHaveBeenLastCalledWith(null))
    expect(box('Name').value).toBe('')
  })
})
