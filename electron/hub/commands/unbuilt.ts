import { type CommandType } from '../../../shared/contract/commands.ts'
import { failure } from '../../../shared/contract/errors.ts'
import type { Command } from './command.ts'

/** For the time of building only. */
export function unbuilt(type: CommandType): Command {
  return {
    type,
    readOnly: true,
    sessionMayBeOver: false,
    refused: undefined,
    prepare: undefined,
    run: () => failure('internal', undefined, `${type} is not built`),
    present: (kept) => kept,
  }
}
