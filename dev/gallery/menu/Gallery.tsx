import { useEffect } from 'react'
import { neighbour, useChoice } from './choice.ts'
import { Frames } from './Frames.tsx'
import './gallery.css'
import { List } from './List.tsx'
import { Overview } from './Overview.tsx'
import { Toolbar } from './Toolbar.tsx'

/** The whole gallery: its list, and what was chosen from it. */
export function Gallery() {
  const [choice, change] = useChoice()

  useEffect(() => {
    const go = (key: string): void => {
      const next = neighbour(choice, key === 'ArrowDown' ? 1 : -1)
      if (next && (key === 'ArrowDown' || key === 'ArrowUp')) change({ shot: next })
    }
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || !event.key.startsWith('Arrow')) return
      event.preventDefault()
      go(event.key)
    }
    // The same keys within a frame, which has the focus after it was touched.
    const told = ({ data, origin }: MessageEvent<{ gallery?: unknown }>): void => {
      if (origin === location.origin && typeof data?.gallery === 'string') go(data.gallery)
    }
    addEventListener('keydown', pressed)
    addEventListener('message', told)
    return () => {
      removeEventListener('keydown', pressed)
      removeEventListener('message', told)
    }
  }, [choice, change])

  return (
    <div className="gallery">
      <List choice={choice} change={change} />
      <main className="gallery__main">
        <Toolbar choice={choice} change={change} />
        {choice.shot ? (
          <Frames shot={choice.shot} choice={choice} />
        ) : (
          <Overview page={choice.page} change={change} />
        )}
      </main>
    </div>
  )
}
