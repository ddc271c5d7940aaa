import { ExternalLink } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { endonyms } from '../../../renderer/i18n/index.ts'
import { languages } from '../../../shared/contract/basics.ts'
import { addressOf, type Look, pixelsOf, type Shot, type Size, sizes, themes } from '../catalogue.ts'
import type { Choice } from './choice.ts'
import { fit } from './fit.ts'

/** What lies around a frame: its edge, its line of text, and the space to the next one. */
const gap = { width: 32, height: 72 }

/** The state in every look that was chosen, all at once: each is the product's own page. */
export function Frames({ shot, choice }: { shot: Shot; choice: Choice }) {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth - 16, height: element.clientHeight - 16 }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const looks = looksOf(choice)
  const boxes = looks.map(({ size }) => pixelsOf(size))
  const largest = {
    width: Math.max(...boxes.map(({ width }) => width)),
    height: Math.max(...boxes.map(({ height }) => height)),
  }
  const fitting = fit(looks.length, largest, room, gap)
  const scale = choice.zoom === 'real' ? 1 : fitting.scale
  return (
    <div
      ref={area}
      className="frames"
      style={{ gridTemplateColumns: `repeat(${fitting.columns.toString()}, max-content)` }}
    >
      {room.width > 0 &&
        looks.map((look) => <Frame key={JSON.stringify(look)} shot={shot} look={look} scale={scale} />)}
    </div>
  )
}

interface SizedLook extends Look {
  size: Size
}

function looksOf({ page, language, size, theme }: Choice): SizedLook[] {
  const own: readonly Size[] = sizes[page]
  return (size === 'both' ? own : [size]).flatMap((eachSize) =>
    (theme === 'both' ? themes : [theme]).flatMap((eachTheme) =>
      (language === 'all' ? languages : [language]).map((eachLanguage) => ({
        size: eachSize,
        theme: eachTheme,
        language: eachLanguage,
      })),
    ),
  )
}

function Frame({ shot, look, scale }: { shot: Shot; look: SizedLook; scale: number }) {
  const { width, height } = pixelsOf(look.size)
  const address = addressOf(shot, look)
  const name = `${endonyms[look.language]}, ${look.theme}, ${look.size}`
  return (
    <figure className="frame">
      <div className="frame__edge" style={{ width: width * scale, height: height * scale }}>
        <iframe
          key={address}
          className="frame__page"
          title={name}
          src={address}
          style={{ width, height, transform: `scale(${scale.toString()})` }}
        />
      </div>
      <figcaption className="frame__name" style={{ width: width * scale }}>
        <span>{name}</span>
        <a href={address} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden /> Alone
        </a>
      </figcaption>
    </figure>
  )
}
