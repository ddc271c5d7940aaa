import { type ReactNode, useEffect, useRef } from 'react'
import './question.css'

interface QuestionProps {
  title: string
  text?: string
  /** The heading takes the focus, so that a screen reader says what is new: where no field does. */
  focus?: boolean
  children?: ReactNode
}

/** One column, one question. */
export function Question({ title, text, focus = false, children }: QuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  return (
    <main className="question">
      <h1 ref={heading} className="question__title" tabIndex={-1}>
        {title}
      </h1>
      {text && <p className="question__text">{text}</p>}
      {children}
    </main>
  )
}
