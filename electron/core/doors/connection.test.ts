import { describe, expect, it } from 'vitest'
import { type Connection, type ConnectionEvent, nextConnection } from './connection.ts'

const after = (...events: ConnectionEvent[]): Connection =>
  events.reduce<Connection>(nextConnection, { state: 'disconnected' })

const started = { type: 'started' } as const
const answered = { type: 'answered', controller: 'S' } as const
const silent = { type: 'silent', why: 'no answer' } as const
const fault = { type: 'fault', why: 'nonsense' } as const
const closed = { type: 'closed' } as const

describe('connection to a controller', () => {
  it.each<[string, Connection, ConnectionEvent[]]>([
    ['told to connect', { state: 'connecting', why: '' }, [started]],
    ['controller answers', { state: 'online', controller: 'S' }, [started, answered]],
    ['controller falls silent', { state: 'connecting', why: 'no answer' }, [started, answered, silent]],
    ['told to connect once more', { state: 'online', controller: 'S' }, [started, answered, started]],
    ['nonsense twice', { state: 'faulty', why: 'nonsense', failures: 2 }, [started, answered, fault, fault]],
    ['nonsense, then silence', { state: 'connecting', why: 'no answer' }, [started, fault, silent]],
    ['nonsense, then sense', { state: 'online', controller: 'S' }, [started, fault, answered]],
    ['a late answer after it was closed', { state: 'disconnected' }, [started, closed, answered]],
    ['closed and started again', { state: 'connecting', why: '' }, [started, fault, closed, started]],
  ])('%s', (_, expected, events) => {
    expect(after(...events)).toEqual(expected)
  })
})
