import { Camera, CameraOff, Check, RotateCcw } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { base64Of } from '../../../ui/crop.ts'
import { FieldError } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { QrCode } from '../../parts/QrCode.tsx'
import { takePhoto } from './takePhoto.ts'
import { type CameraState, useCamera } from './useCamera.ts'
import './photo.css'

/** A photo of oneself, by the kiosk's camera; without one, by one's own phone (R3.4). */
export function Photo({ screen }: { screen: ScreenOf<'photo'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const { video, state } = useCamera()
  const [taken, setTaken] = useState<string | null>(null)
  const waiting = useView((view) => view.shell.waiting)
  const error = useErrorText()(screen.error)
  const { count, start } = useCountdown(() => setTaken(video.current && takePhoto(video.current)))
  const works = state === 'starting' || state === 'live'
  return (
    <div className="photo">
      <div className="photo__head">
        <h1 className="screen__heading">{t('photo.title')}</h1>
        <p className="screen__lead">{works && t(taken ? 'photo.takenText' : 'photo.text')}</p>
      </div>
      <div className="photo__place" hidden={!works}>
        <div className="photo__round">
          {/* Mirrored, as people know themselves; the photo itself is not. */}
          <video
            ref={video}
            className="photo__video"
            aria-label={t('photo.preview')}
            autoPlay
            muted
            playsInline
          />
          {taken && <img className="photo__taken" src={taken} alt={t('photo.taken')} />}
          <Overlay state={state} count={count} />
        </div>
      </div>
      {!works && <PhotoByPhone why={t(state === 'none' ? 'photo.none' : 'photo.refused')} />}
      <div className="photo__foot">
        {error && <FieldError text={error} />}
        {works &&
          (taken ? (
            <div className="photo__choice">
              <Button icon={RotateCcw} label={t('photo.again')} onClick={() => setTaken(null)} />
              <Button
                kind="primary"
                icon={Check}
                label={t('photo.use')}
                busy={waiting === 'photo'}
                onClick={() => send('usePhoto', { image: base64Of(taken) })}
              />
            </div>
          ) : (
            <Button
              kind="primary"
              wide
              icon={Camera}
              label={t('photo.shutter')}
              disabled={state !== 'live' || count !== null}
              onClick={start}
            />
          ))}
      </div>
    </div>
  )
}

/** The count, or that the camera is starting. */
function Overlay({ state, count }: { state: CameraState; count: number | null }) {
  const { t } = useTranslation('kiosk')
  return (
    <p className="photo__over" role="status">
      {count !== null && (
        <span key={count} className="photo__count">
          {count}
        </span>
      )}
      {state === 'starting' && t('photo.starting')}
    </p>
  )
}

/** Why there is no picture here, and the other way to one. */
function PhotoByPhone({ why }: { why: string }) {
  const { t } = useTranslation('kiosk')
  const handoff = useView((view) => view.shell.handoff)
  return (
    <div className="photo-by-phone">
      <p className="photo-by-phone__why" role="status">
        <CameraOff aria-hidden />
        {why}
      </p>
      {handoff && <QrCode text={handoff} label={t('home.handoff')} />}
      <p className="photo-by-phone__how">{t(handoff ? 'photo.byPhone' : 'photo.later')}</p>
    </div>
  )
}

const stepMs = 900

/** 3, 2, 1, and then what was waited for. Null = nobody has asked. */
function useCountdown(done: () => void): { count: number | null; start: () => void } {
  const [count, setCount] = useState<number | null>(null)
  const end = useEffectEvent(done)
  useEffect(() => {
    if (count === null) return
    const timer = setTimeout(() => {
      if (count > 1) return setCount(count - 1)
      setCount(null)
      end()
    }, stepMs)
    return () => clearTimeout(timer)
  }, [count])
  return { count, start: () => setCount((now) => now ?? 3) }
}
