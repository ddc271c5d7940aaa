import type { ComponentType } from 'react'
import type { ItemRow } from '../../../../shared/contract/rows.ts'

/** A table with chairs under a lamp, and a screen on the wall. */
function RoomDrawing() {
  return (
    <>
      <path className="picture__light" d="M20 158L84 34H132L68 158ZM88 158L152 34H172L108 158Z" />
      <rect className="picture__frame" x="196" y="40" width="92" height="56" rx="5" />
      <rect className="picture__sky" x="201" y="45" width="82" height="46" rx="2" />
      <path className="picture__hill" d="M201 91V78q20-22 42-6t40-8v27Z" />
      <path className="picture__line" d="M124 -400V44" />
      <path className="picture__clay" d="M92 66a32 26 0 0 1 64 0Z" />
      <path className="picture__glow" d="M92 66H156L176 112H72Z" />
      <g className="picture__deep">
        <rect x="62" y="96" width="26" height="40" rx="9" />
        <rect x="112" y="92" width="26" height="40" rx="9" />
        <rect x="162" y="96" width="26" height="40" rx="9" />
      </g>
      <rect className="picture__wood" x="36" y="120" width="178" height="12" rx="6" />
      <path className="picture__legs" d="M54 132L48 172M196 132L202 172" />
      <rect className="picture__china" x="104" y="108" width="14" height="12" rx="3" />
      <rect className="picture__paper" x="136" y="115" width="30" height="5" rx="1.5" />
      <g className="picture__leaf">
        <ellipse cx="262" cy="126" rx="9" ry="26" transform="rotate(-24 262 150)" />
        <ellipse cx="262" cy="126" rx="9" ry="28" transform="rotate(24 262 150)" />
        <ellipse cx="262" cy="122" rx="9" ry="30" />
      </g>
      <path className="picture__clay" d="M246 146H278L273 174H251Z" />
    </>
  )
}

/** A desk of one's own beside a door with a name plate. */
function OfficeDrawing() {
  return (
    <>
      <rect className="picture__frame" x="34" y="36" width="70" height="124" rx="4" />
      <rect className="picture__leaf" x="41" y="43" width="56" height="117" rx="2" />
      <rect className="picture__paper" x="54" y="62" width="30" height="12" rx="2" />
      <circle className="picture__sun" cx="88" cy="108" r="4" />
      <rect className="picture__wood" x="140" y="58" width="140" height="6" rx="3" />
      <g>
        <rect className="picture__clay" x="152" y="32" width="10" height="26" />
        <rect className="picture__deep" x="164" y="28" width="8" height="30" />
        <rect className="picture__china" x="174" y="36" width="12" height="22" />
        <rect className="picture__leaf" x="188" y="30" width="9" height="28" transform="rotate(10 192 58)" />
        <path className="picture__clay" d="M242 44H266L262 58H246Z" />
        <circle className="picture__leaf" cx="247" cy="36" r="9" />
        <circle className="picture__leaf" cx="260" cy="34" r="10" />
      </g>
      <rect className="picture__deep" x="186" y="84" width="52" height="34" rx="4" />
      <rect className="picture__sky" x="190" y="88" width="44" height="26" rx="2" />
      <rect className="picture__deep" x="208" y="118" width="8" height="8" />
      <rect className="picture__wood" x="146" y="126" width="136" height="10" rx="5" />
      <path className="picture__legs" d="M160 136V174M268 136V174" />
      <rect className="picture__china" x="252" y="114" width="13" height="12" rx="3" />
    </>
  )
}

/** A projector on its stand, and what it throws on the wall. */
function EquipmentDrawing() {
  return (
    <>
      <rect className="picture__paper" x="34" y="30" width="128" height="80" rx="4" />
      <circle className="picture__sun" cx="128" cy="56" r="12" />
      <path className="picture__hill" d="M42 102V88q22-32 46-10t66-6v30Z" />
      <path className="picture__glow" d="M34 30L236 106V120L162 110Z" />
      <rect className="picture__deep" x="222" y="94" width="66" height="34" rx="10" />
      <circle className="picture__china" cx="234" cy="111" r="10" />
      <circle className="picture__sky" cx="234" cy="111" r="6" />
      <path className="picture__line" d="M256 106H278M256 114H278" />
      <path className="picture__legs" d="M255 128V142M255 142L232 178M255 142L278 178M255 142V180" />
    </>
  )
}

/** A small car between two lines, and a tree. */
function ParkingDrawing() {
  return (
    <>
      <circle className="picture__sun" cx="262" cy="52" r="20" />
      <path className="picture__wood" d="M46 96h8v64h-8Z" />
      <circle className="picture__leaf" cx="50" cy="74" r="30" />
      <circle className="picture__hill" cx="34" cy="88" r="18" />
      <rect className="picture__legs" x="276" y="96" width="1" height="64" />
      <rect className="picture__deep" x="262" y="74" width="30" height="30" rx="7" />
      <path className="picture__mark" d="M273 96V82h6a4.5 4.5 0 0 1 0 9h-6" />
      <path
        className="picture__clay"
        d="M98 142v-20q0-8 8-9l20-3q14-24 32-24h26q16 0 28 24l18 4q10 2 10 12v16q0 6-6 6H104q-6 0-6-6Z"
      />
      <path className="picture__sky" d="M138 110q10-16 22-16h8v16ZM176 94h8q12 0 20 16h-28Z" />
      <circle className="picture__deep" cx="132" cy="148" r="15" />
      <circle className="picture__deep" cx="208" cy="148" r="15" />
      <circle className="picture__china" cx="132" cy="148" r="6" />
      <circle className="picture__china" cx="208" cy="148" r="6" />
      <path className="picture__white" d="M66 186L92 164M254 186L244 164" />
    </>
  )
}

const bulbs = [
  [28, 41],
  [66, 56],
  [106, 64],
  [146, 64],
  [186, 62],
  [224, 54],
  [262, 42],
  [296, 28],
] as const

/** An evening: bulbs on a string, a lectern, and people who listen. */
function EventDrawing() {
  return (
    <>
      <path className="picture__line" d="M-40 10Q60 66 160 58T360 -6" />
      {bulbs.map(([x, y]) => (
        <circle key={x} className="picture__sun" cx={x} cy={y + 6} r="6.5" />
      ))}
      <path className="picture__glow" d="M160 64L262 166H58Z" />
      <circle className="picture__clay" cx="160" cy="92" r="11" />
      <path className="picture__leaf" d="M140 138v-18q0-16 20-16t20 16v18Z" />
      <path className="picture__wood" d="M142 124H178L172 166H148Z" />
      <path className="picture__line" d="M160 124V112" />
      <g className="picture__deep">
        <path d="M26 204v-18a22 22 0 0 1 44 0v18ZM84 208v-18a22 22 0 0 1 44 0v18ZM194 208v-18a22 22 0 0 1 44 0v18ZM252 204v-18a22 22 0 0 1 44 0v18Z" />
        <circle cx="48" cy="152" r="13" />
        <circle cx="106" cy="156" r="13" />
        <circle cx="216" cy="156" r="13" />
        <circle cx="274" cy="152" r="13" />
      </g>
    </>
  )
}

/** A shelf under a striped awning: a mug, a jar, a loaf, a book. */
function ShopDrawing() {
  return (
    <>
      <g>
        {[0, 1, 2, 3, 4, 5, 6].map((i) => (
          <path
            key={i}
            className={i % 2 === 0 ? 'picture__clay' : 'picture__china'}
            d={`M${34 + i * 36} 26h36v24a18 16 0 0 1 -36 0Z`}
          />
        ))}
      </g>
      <rect className="picture__wood" x="30" y="142" width="260" height="10" rx="5" />
      <path className="picture__legs" d="M52 152V190M268 152V190" />
      <path className="picture__leaf" d="M56 106h40v26a10 10 0 0 1-10 10H66a10 10 0 0 1-10-10Z" />
      <path className="picture__handle" d="M97 112q18 0 16 12t-18 10" />
      <path className="picture__line" d="M68 98q-4-6 0-12t0-12M84 98q-4-6 0-12t0-12" />
      <rect className="picture__sky" x="132" y="98" width="34" height="44" rx="8" />
      <rect className="picture__deep" x="135" y="88" width="28" height="11" rx="3" />
      <rect className="picture__paper" x="132" y="112" width="34" height="16" />
      <path className="picture__sun" d="M186 142q-6-34 28-34t28 34Z" />
      <path className="picture__line" d="M200 120l8 9M214 116l8 9" />
      <rect
        className="picture__deep"
        x="252"
        y="98"
        width="16"
        height="44"
        rx="2"
        transform="rotate(8 260 142)"
      />
    </>
  )
}

/** Notes on a board. */
function FeedDrawing() {
  return (
    <>
      <rect className="picture__wood" x="40" y="24" width="240" height="146" rx="8" />
      <rect className="picture__board" x="49" y="33" width="222" height="128" rx="4" />
      <g transform="rotate(-4 106 96)">
        <rect className="picture__paper" x="66" y="50" width="80" height="94" rx="2" />
        <path className="picture__text" d="M78 72H134M78 86H126M78 100H132M78 114H112" />
        <circle className="picture__clay" cx="106" cy="54" r="5" />
      </g>
      <g transform="rotate(3 206 82)">
        <rect className="picture__china" x="166" y="48" width="82" height="60" rx="2" />
        <path className="picture__hill" d="M166 108V94q20-24 42-8t40-8v30Z" />
        <circle className="picture__sun" cx="230" cy="66" r="8" />
        <circle className="picture__leaf" cx="207" cy="51" r="5" />
      </g>
      <g transform="rotate(-2 210 134)">
        <rect className="picture__glow" x="176" y="116" width="64" height="36" rx="2" />
        <path className="picture__text" d="M186 130H228M186 140H214" />
      </g>
    </>
  )
}

/** The bell of reception, and somebody's question. */
function SupportDrawing() {
  return (
    <>
      <path
        className="picture__paper"
        d="M178 34h92a14 14 0 0 1 14 14v40a14 14 0 0 1-14 14h-52l-22 18v-18h-18a14 14 0 0 1-14-14V48a14 14 0 0 1 14-14Z"
      />
      <path className="picture__text" d="M184 56H264M184 68H250M184 80H224" />
      <rect className="picture__wood" x="-1200" y="146" width="2800" height="14" />
      <rect className="picture__board" x="-1200" y="160" width="2800" height="1200" />
      <path className="picture__sun" d="M54 132a48 44 0 0 1 96 0Z" />
      <circle className="picture__deep" cx="102" cy="84" r="7" />
      <rect className="picture__deep" x="44" y="132" width="116" height="14" rx="6" />
      <path className="picture__white" d="M72 120q4-16 18-22" />
    </>
  )
}

/** A key on its hook beside a calendar. */
function PlanDrawing() {
  return (
    <>
      <path className="picture__light" d="M200 158L256 30H296L240 158Z" />
      <rect className="picture__paper" x="54" y="42" width="112" height="104" rx="8" />
      <path className="picture__clay" d="M54 66V50a8 8 0 0 1 8-8h96a8 8 0 0 1 8 8v16Z" />
      <g className="picture__board">
        {[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((i) => (
          <rect key={i} x={68 + (i % 4) * 23} y={78 + Math.floor(i / 4) * 21} width="15" height="13" rx="3" />
        ))}
      </g>
      <rect className="picture__leaf" x="91" y="99" width="15" height="13" rx="3" />
      <circle className="picture__deep" cx="226" cy="52" r="6" />
      <g transform="rotate(6 226 52)">
        <path className="picture__ring" d="M226 52a15 15 0 1 0 .1 0Z" />
        <path className="picture__key" d="M226 82V134M226 118H240M226 130H236" />
        <path className="picture__leaf" d="M234 78l18 8-10 26-14-6Z" />
      </g>
      <rect className="picture__wood" x="30" y="158" width="260" height="6" />
    </>
  )
}

/** A drawing of each kind of thing, in a frame of 320 by 200. Decoration: the name stands beside it. */
export const drawings: Record<ItemRow['kind'], ComponentType> = {
  room: RoomDrawing,
  office: OfficeDrawing,
  equipment: EquipmentDrawing,
  parking: ParkingDrawing,
  event: EventDrawing,
  shop: ShopDrawing,
  feed: FeedDrawing,
  support: SupportDrawing,
  plan: PlanDrawing,
}
