import type { FoyerError } from '../../../../shared/contract/errors.ts'
import type { DeviceVerb, DeviceVerbIn, DeviceVerbOut } from '../../../../shared/contract/socket.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import type { DeviceContext } from '../../seam/engine.ts'
import type { ServerContext } from '../context.ts'
import type { Connection } from '../wire.ts'

type Answered<V extends DeviceVerb> = Result<DeviceVerbOut<V>, FoyerError>
type MaybeLater<T> = T | Promise<T>

/** Answered before the device has proved itself. */
interface OpenVerb<V extends DeviceVerb> {
  proven: false
  run(server: ServerContext, connection: Connection, input: DeviceVerbIn<V>): MaybeLater<Answered<V>>
}

/** Answered to a proven device only. */
interface ProvenVerb<V extends DeviceVerb> {
  proven: true
  run(
    server: ServerContext,
    connection: Connection,
    input: DeviceVerbIn<V>,
    device: DeviceContext,
  ): MaybeLater<Answered<V>>
}

/** What a device may ask for, by name; `input` is already checked. Expected failures are values, a rejection is a bug. */
export type Verb<V extends DeviceVerb> = OpenVerb<V> | ProvenVerb<V>
