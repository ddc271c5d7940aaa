import { type ChangeEvent, type RefObject, type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { ErrorCode, FoyerError } from '../../shared/contract/errors.ts'

/** What is wrong with a field: a word that the page knows (`'missing'`), or what the hub answered. */
export type Fault<W extends string> = W | FoyerError

/** What is known of one field. */
export interface FieldRule<V, T, W extends string> {
  maxLength?: number
  /** What can be typed here at all: `only digits`. Applied to every change. */
  clean?: (typed: T) => T
  /** null = nothing is wrong. Texts come without the blanks around them. */
  check?: (value: T, values: V) => Fault<W> | null
  /** The hub's refusals that are about this field; `invalid-input` names its field by itself. */
  codes?: readonly ErrorCode[]
}

/** A form as a table: its fields, in the order in which they stand. */
export type FormSchema<V, W extends string = never> = { readonly [K in keyof V]: FieldRule<V, V[K], W> }

/** What was typed and not sent, kept outside of the form; null = nothing. */
export type DraftState<V> = readonly [V | null, (draft: V | null) => void]

interface FormOptions<V, W extends string> {
  /** What it begins with. */
  initial: V
  /** Fields go on following `initial`: one that changes there shows it, whatever was typed. */
  follow?: boolean
  /** Where a draft is kept that outlives the form. While there is none the form shows `initial`. */
  draft?: DraftState<V>
  /** What the hub said of the last submit, where that comes with the view. */
  refused?: FoyerError | null
  /** Words what is wrong with a field. */
  say: (fault: Fault<W>, field: keyof V) => string | null
  /**
   * Sends what was typed, without blanks around texts; only called when every check passes. Where it promises an answer, null
   * is success: the draft is gone then.
   */
  submit: (values: V) => void | Promise<FoyerError | null>
}

type TextKey<V> = { [K in keyof V]: string extends V[K] ? K : never }[keyof V] & string

interface TextProps<V> {
  name: TextKey<V>
  value: string
  maxLength?: number
  error: string | null
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

export interface Form<V, W extends string> {
  values: V
  change: (changes: Partial<V>) => void
  /** Something was typed since it began, or since it was sent. */
  touched: boolean
  /** What stands there differs from `initial`. */
  changed: boolean
  /** What the checks say of the fields as they stand, shown or not: for a button that waits for them. */
  faults: { readonly [K in keyof V]?: Fault<W> }
  /** What is to be read at a field; null = nothing. Shown from a submit on, until the field changes. */
  error: (field: keyof V) => string | null
  /** A refusal that is about no field, until something changes. */
  failure: FoyerError | null
  /** The answer is on its way. */
  submitting: boolean
  /** The answer was yes, and nothing was typed since. */
  done: boolean
  /** For the `<form>`. */
  props: { ref: RefObject<HTMLFormElement | null>; noValidate: true; onSubmit: (event: SubmitEvent) => void }
  /** For the `<Field>` or `<TextArea>` of a text. */
  text: (field: TextKey<V>) => TextProps<V>
  /** As a submit does: shows what is wrong and goes there. The values when nothing is. */
  check: () => V | null
}

/**
 * The state of a form: values, what is wrong with them and in which words, sending, the hub's refusal at the field that it is
 * about, and the focus on the first field that is wrong. The checks are plain functions: a schema of zod's would bring zod into
 * the first paint.
 */
export function useForm<V extends object, W extends string = never>(
  schema: FormSchema<V, W>,
  options: FormOptions<V, W>,
): Form<V, W> {
  const { values, draft, keep, first } = useValues(options)
  const [shown, setShown] = useState<Form<V, W>['faults']>({})
  /** Since it was sent: what the hub said of these is over. */
  const [edited, setEdited] = useState<readonly string[]>([])
  const [answer, setAnswer] = useState<'none' | 'waiting' | 'yes' | FoyerError>('none')
  const busy = useRef(false)
  const { form, goToWrong } = useWrongField()

  // An answer that comes while one types on is read nevertheless.
  const said = JSON.stringify(options.refused ?? null)
  const [heard, setHeard] = useState(said)
  if (heard !== said) {
    setHeard(said)
    setEdited([])
    if (options.refused) goToWrong()
  }
  const refusal = options.refused ?? (typeof answer === 'object' ? answer : null)
  const about = refusal && fieldOf(schema, refusal)

  const change = (changes: Partial<V>): void => {
    const cleaned = { ...changes }
    for (const field of fieldsOf(changes as V)) {
      const typed = changes[field]
      if (typed !== undefined) cleaned[field] = schema[field].clean?.(typed) ?? typed
    }
    keep({ ...values, ...cleaned })
    const fields = Object.keys(changes)
    setShown((before) => without(before, fields))
    setEdited((before) => [...new Set([...before, ...fields])])
    if (answer === 'yes') setAnswer('none')
  }
  const check = (): V | null => {
    const found = faultsOf(schema, values)
    setShown(found)
    if (Object.keys(found).length === 0) return trimmed(values)
    goToWrong()
    return null
  }
  const send = async (wanted: V): Promise<void> => {
    setEdited([])
    const promised = options.submit(wanted)
    if (!promised) return
    busy.current = true
    setAnswer('waiting')
    const failed = await promised
    busy.current = false
    setAnswer(failed ?? 'yes')
    setEdited([])
    if (failed) goToWrong()
    else keep(null)
  }
  const error = (field: keyof V): string | null => {
    const refused = about === field && !edited.includes(String(field)) ? refusal : null
    const fault = shown[field] ?? refused
    return fault ? options.say(fault, field) : null
  }
  return {
    values,
    change,
    touched: draft !== null,
    changed: fieldsOf(values).some((field) => values[field] !== first[field]),
    faults: faultsOf(schema, values),
    error,
    failure: about === null && edited.length === 0 ? refusal : null,
    submitting: answer === 'waiting',
    done: answer === 'yes',
    props: {
      ref: form,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault()
        if (busy.current) return
        const wanted = check()
        if (wanted) void send(wanted)
      },
    },
    text: (field) => ({
      name: field,
      value: values[field] as string,
      maxLength: schema[field].maxLength,
      error: error(field),
      onChange: (event) => change({ [field]: event.target.value } as Partial<V>),
    }),
    check,
  }
}

/** What stands in the fields: the draft, else what the form began with. */
function useValues<V extends object>({
  initial,
  follow = false,
  draft: kept,
}: Pick<FormOptions<V, never>, 'initial' | 'follow' | 'draft'>) {
  const own = useState<V | null>(null)
  const [began] = useState(initial)
  const [draft, keep] = kept ?? own
  const first = kept || follow ? initial : began
  const [followed, setFollowed] = useState(initial)
  const news = follow ? fieldsOf(initial).filter((field) => initial[field] !== followed[field]) : []
  if (news.length > 0) {
    setFollowed(initial)
    if (draft) keep({ ...draft, ...Object.fromEntries(news.map((field) => [field, initial[field]])) })
  }
  return { values: draft ?? first, draft, keep, first }
}

/** Puts the focus on the first field that is shown to be wrong, once that has been drawn. */
function useWrongField() {
  const form = useRef<HTMLFormElement>(null)
  const [goes, setGoes] = useState(0)
  useEffect(() => {
    if (goes > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [goes])
  return { form, goToWrong: () => setGoes((before) => before + 1) }
}

function fieldsOf<V extends object>(values: V): (keyof V)[] {
  return Object.keys(values) as (keyof V)[]
}

/** What the checks of a form say of values; texts without blanks around them. */
export function faultsOf<V extends object, W extends string>(
  schema: FormSchema<V, W>,
  values: V,
): Form<V, W>['faults'] {
  const faults: { [K in keyof V]?: Fault<W> } = {}
  const wanted = trimmed(values)
  for (const field of fieldsOf(schema)) {
    const fault = schema[field].check?.(wanted[field], wanted)
    if (fault) faults[field] = fault
  }
  return faults
}

/** The field that a refusal is about; null = none. */
export function fieldOf<V extends object>(
  schema: FormSchema<V, string>,
  { code, params }: FoyerError,
): keyof V | null {
  const named =
    code === 'invalid-input'
      ? String(params?.field ?? '')
          .split('.')
          .at(-1)
      : null
  return fieldsOf(schema).find((field) => field === named || schema[field].codes?.includes(code)) ?? null
}

function without<F extends object>(faults: F, fields: readonly string[]): F {
  const left = Object.entries(faults).filter(([field]) => !fields.includes(field))
  return Object.fromEntries(left) as F
}

function trimmed<V extends object>(values: V): V {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as V
}
