import { useId } from 'react'
import './illustration.css'

/** A leaf that grows from 0, 0 upwards, `turn` degrees to the side. */
function Leaf({ turn, length, deep = false }: { turn: number; length: number; deep?: boolean }) {
  const width = length * 0.24
  const path = `M0 0C${-width} ${-length * 0.3} ${-width * 0.9} ${-length * 0.8} 0 ${-length}C${width * 0.9} ${-length * 0.8} ${width} ${-length * 0.3} 0 0Z`
  return (
    <path
      className={deep ? 'illustration__leaf illustration__leaf--deep' : 'illustration__leaf'}
      d={path}
      transform={`rotate(${turn})`}
    />
  )
}

/** A quiet corner of a lobby, in the morning or in the evening as the theme has it. Decoration only. */
export function Illustration() {
  const id = useId()
  return (
    <div className="illustration" aria-hidden>
      <svg className="illustration__drawing" viewBox="0 0 1000 620" preserveAspectRatio="xMidYMax meet">
        <rect className="illustration__wall" x="-1000" y="-1000" width="3000" height="1500" />
        <path className="illustration__light" d="M455 500L560 90H646L541 500ZM575 500L680 90H766L661 500Z" />
        <g>
          <path className="illustration__sky" d="M96 500V224a134 134 0 0 1 268 0V500Z" />
          <clipPath id={id}>
            <path d="M96 500V224a134 134 0 0 1 268 0V500Z" />
          </clipPath>
          <g clipPath={`url(#${id})`}>
            <circle className="illustration__sun" cx="292" cy="226" r="42" />
            <ellipse className="illustration__hill" cx="140" cy="520" rx="190" ry="150" />
            <ellipse
              className="illustration__hill illustration__hill--near"
              cx="330"
              cy="540"
              rx="200"
              ry="120"
            />
          </g>
          <path
            className="illustration__frame"
            d="M96 500V224a134 134 0 0 1 268 0V500ZM230 90V500M96 300H364"
          />
        </g>
        {/* Hangs where the wall is high enough to show it. */}
        <path className="illustration__cord" d="M640 -1000V-240" />
        <path className="illustration__lamp" d="M566 -165a74 80 0 0 1 148 0Z" />
        <rect className="illustration__desk" x="-1000" y="500" width="3000" height="1000" />
        <rect className="illustration__edge" x="-1000" y="500" width="3000" height="10" />
        <g transform="translate(836 404)">
          <Leaf turn={-58} length={170} deep />
          <Leaf turn={52} length={180} deep />
          <Leaf turn={-30} length={236} />
          <Leaf turn={26} length={250} />
          <Leaf turn={-4} length={280} deep />
          <Leaf turn={76} length={120} />
          <Leaf turn={-82} length={110} />
        </g>
        <path className="illustration__pot" d="M776 392H896L882 516a8 8 0 0 1-8 7H798a8 8 0 0 1-8-7Z" />
        <rect className="illustration__pot-rim" x="768" y="384" width="136" height="26" rx="8" />
        <g transform="translate(520 446)">
          <ellipse className="illustration__saucer" cx="38" cy="78" rx="78" ry="12" />
          <path className="illustration__handle" d="M72 20c34-6 38 42-6 40" />
          <path className="illustration__cup" d="M0 8H78L70 62a14 14 0 0 1-14 12H22A14 14 0 0 1 8 62Z" />
          <ellipse className="illustration__coffee" cx="39" cy="8" rx="39" ry="7" />
        </g>
      </svg>
    </div>
  )
}
