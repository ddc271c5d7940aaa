import { type RefObject, useEffect, useRef, useState } from 'react'

export type CameraState = 'starting' | 'live' | 'none' | 'refused'

/**
 * The front camera in a video element, from the first frame until the part that asked for it is gone: then every track is
 * stopped, also of a stream that came too late.
 */
export function useCamera(): { video: RefObject<HTMLVideoElement | null>; state: CameraState } {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('starting')
  useEffect(() => {
    let left = false
    let stream: MediaStream | null = null
    const stop = (one: MediaStream | null): void => {
      for (const track of one?.getTracks() ?? []) track.stop()
    }
    const open = async (): Promise<void> => {
      if (!navigator.mediaDevices) return setState('none')
      try {
        const opened = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 960 } },
        })
        if (left) return stop(opened)
        stream = opened
        // Unplugged while one looks at it
        for (const track of opened.getTracks()) track.addEventListener('ended', () => setState('none'))
        if (video.current) video.current.srcObject = opened
      } catch (error) {
        if (!left) setState(isMissing(error) ? 'none' : 'refused')
      }
    }
    void open()
    return () => {
      left = true
      stop(stream)
    }
  }, [])
  useEffect(() => {
    const element = video.current
    const live = (): void => setState('live')
    element?.addEventListener('playing', live)
    return () => element?.removeEventListener('playing', live)
  }, [])
  return { video, state }
}

/** No camera at all, as against one that is in use elsewhere or not allowed. */
function isMissing(error: unknown): boolean {
  return error instanceof DOMException && ['NotFoundError', 'OverconstrainedError'].includes(error.name)
}
