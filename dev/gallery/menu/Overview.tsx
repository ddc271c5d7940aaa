import { byScreen, type PageName, shots } from '../catalogue.ts'
import type { Choice } from './choice.ts'
import { words } from './words.ts'

interface Props {
  page: PageName
  change: (by: Partial<Choice>) => void
}

/** Every state of a page at a glance: the pictures with which `npm test` compares. */
export function Overview({ page, change }: Props) {
  const screens = byScreen(shots.filter((shot) => shot.page === page))
  return (
    <div className="overview" data-page={page}>
      {screens.map(([screen, states]) => (
        <section key={screen}>
          <h3 className="overview__screen">{words(screen)}</h3>
          <div className="overview__states">
            {states.map((shot) => (
              <button
                key={shot.id}
                type="button"
                className="overview__state"
                onClick={() => change({ shot })}
              >
                <img src={`/test/gallery/pictures/${shot.id}.png`} alt="" loading="lazy" />
                {words(shot.state)}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
