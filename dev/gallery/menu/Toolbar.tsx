import { languages } from '../../../shared/contract/basics.ts'
import { type Size, sizes, themes } from '../catalogue.ts'
import type { Choice } from './choice.ts'
import { Segments } from './Segments.tsx'
import { words } from './words.ts'

interface Props {
  choice: Choice
  change: (by: Partial<Choice>) => void
}

/** In which looks the chosen state is shown. */
export function Toolbar({ choice: { page, shot, language, size, theme, zoom }, change }: Props) {
  const own: readonly Size[] = sizes[page]
  return (
    <header className="toolbar">
      <h2 className="toolbar__title">
        {shot ? words(shot.screen) : 'All screens'}
        <span>{shot ? words(shot.state) : 'in English, by day, as they are committed'}</span>
      </h2>
      {shot && (
        <>
          <Segments
            label="Language"
            options={[...languages, 'all' as const].map((value) => ({
              value,
              text: value === 'all' ? 'All' : value,
            }))}
            chosen={language}
            onChoose={(value) => change({ language: value })}
          />
          {own.length > 1 && (
            <Segments
              label="Size"
              options={[...own, 'both' as const].map((value) => ({
                value,
                text: value === 'both' ? 'Both' : value,
              }))}
              chosen={size}
              onChoose={(value) => change({ size: value })}
            />
          )}
          <Segments
            label="Light"
            options={[...themes, 'both' as const].map((value) => ({ value, text: words(value) }))}
            chosen={theme}
            onChoose={(value) => change({ theme: value })}
          />
          <Segments
            label="Zoom"
            options={[
              { value: 'fit', text: 'Fit' },
              { value: 'real', text: '100 %' },
            ]}
            chosen={zoom}
            onChoose={(value) => change({ zoom: value })}
          />
        </>
      )}
    </header>
  )
}
