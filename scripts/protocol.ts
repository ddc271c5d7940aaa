import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  billingSchema,
  languageSchema,
  moneySchema,
  visibilitySchema,
  weeklyHoursSchema,
} from '../shared/contract/basics.ts'
import { type CommandType, commands, commandTypes, envelopeSchema } from '../shared/contract/commands.ts'
import { errorCodes } from '../shared/contract/errors.ts'
import { portVerbs } from '../shared/contract/ipc.ts'
import { deskSchema, itemSchema, offersSchema } from '../shared/contract/offers.ts'
import {
  bookingFactsSchema,
  orderSchema,
  personFactsSchema,
  personSchema,
  profileSchema,
  supportRequestSchema,
} from '../shared/contract/person.ts'
import { rowSchemas } from '../shared/contract/rows.ts'
import { deviceVerbs, hubEvents, hubVerbs } from '../shared/contract/socket.ts'

/** Writes docs/protocol.md from the contracts; with `--check` it only says whether the file is stale (exit 1). */

export const protocolFile = join(import.meta.dirname, '../docs/protocol.md')

/** Shapes that come up again and again: written out once, and by their names everywhere else. */
const named: Record<string, z.ZodType> = {
  CommandType: z.enum(commandTypes as [CommandType, ...CommandType[]]),
  Envelope: envelopeSchema,
  WeeklyHours: weeklyHoursSchema,
  Money: moneySchema,
  Language: languageSchema,
  Billing: billingSchema,
  Visibility: visibilitySchema,
  Desk: deskSchema,
  Item: itemSchema,
  Offers: offersSchema,
  Order: orderSchema,
  SupportRequest: supportRequestSchema,
  Profile: profileSchema,
  BookingFacts: bookingFactsSchema,
  PersonFacts: personFactsSchema,
  Person: personSchema,
}

type Json = Record<string, unknown>

function jsonOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}

const nameOf = new Map(Object.entries(named).map(([name, schema]) => [JSON.stringify(jsonOf(schema)), name]))

/** A schema as a short TypeScript-like shape. */
export function shape(schema: z.ZodType): string {
  return typeOf(jsonOf(schema))
}

/** The shape itself where it has a name. */
function written(schema: z.ZodType): string {
  return shapeOf(jsonOf(schema))
}

function typeOf(json: Json): string {
  return nameOf.get(JSON.stringify(json)) ?? shapeOf(json)
}

function shapeOf(json: Json): string {
  if (Array.isArray(json.anyOf)) return json.anyOf.map((each) => typeOf(each as Json)).join(' \\| ')
  if (Array.isArray(json.oneOf)) return json.oneOf.map((each) => typeOf(each as Json)).join(' \\| ')
  if (Array.isArray(json.allOf)) return json.allOf.map((each) => typeOf(each as Json)).join(' & ')
  if (json.const !== undefined) return JSON.stringify(json.const)
  if (Array.isArray(json.enum)) return json.enum.map((each) => JSON.stringify(each)).join(' \\| ')
  if (json.type === 'array') return `(${typeOf((json.items ?? {}) as Json)})[]`
  if (json.type === 'object' && json.properties) {
    const required = new Set((json.required ?? []) as string[])
    const fields = Object.entries(json.properties as Record<string, Json>)
    return `{ ${fields.map(([name, each]) => `${name}${required.has(name) ? '' : '?'}: ${typeOf(each)}`).join('; ')} }`
  }
  if (json.type === 'object') return `{ [key]: ${typeOf((json.additionalProperties ?? {}) as Json)} }`
  if (json.type === 'integer') return 'integer'
  if (typeof json.format === 'string') return json.format
  if (Array.isArray(json.type)) return json.type.join(' \\| ')
  return typeof json.type === 'string' ? json.type : 'any'
}

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`

function table(head: string[], rows: string[][]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')
}

export function protocol(): string {
  const shapes = (verbs: Record<string, { in: z.ZodType; out: z.ZodType }>): string =>
    table(
      ['verb', 'in', 'out'],
      Object.entries(verbs).map(([name, verb]) => [
        `\`${name}\``,
        `\`${shape(verb.in)}\``,
        `\`${shape(verb.out)}\``,
      ]),
    )
  return `# Protocol

Generated from \`shared/contract/\` by \`npm run docs\`; do not edit. CI fails when it is stale.

Instants are milliseconds since the Unix epoch, money is minor units with an ISO 4217 currency, days are \`YYYY-MM-DD\` in the
location's zone. Everything that is answered is answered with \`{ ok: true, value }\` or \`{ ok: false, error: { code, params?, detail? } }\`.

## Device to hub (Socket.IO, WebSocket only)

The hub emits \`challenge\` on connection; the device answers with \`pair\` or \`prove\`. Until then nothing else is answered.

${shapes(deviceVerbs)}

## Hub to device

${table(
  ['event', 'body'],
  Object.entries(hubEvents).map(([name, body]) => [`\`${name}\``, `\`${shape(body)}\``]),
)}

Asked of the device that hosts a door, and acknowledged:

${shapes(hubVerbs)}

## Commands

Carried by \`command\`, or several durable ones by \`commands\`, each in an envelope: \`${shape(envelopeSchema)}\`

A command takes effect once, however often it arrives: the same \`id\` gets the same answer (I2). Durable ones wait in the
device's outbox and are sent in order. Phones send theirs as \`POST /api/<type>\` with the payload as JSON; the session is a cookie.

${table(
  ['type', 'from', 'on behalf of', 'durable', 'payload', 'outcome'],
  commandTypes.map((type) => {
    const command = commands[type]
    return [
      `\`${type}\``,
      command.from.join(', '),
      command.as,
      command.durable ? 'yes' : 'no',
      `\`${shape(command.payload)}\``,
      `\`${shape(command.outcome)}\``,
    ]
  }),
)}

## Shapes

${table(
  ['name', 'shape'],
  Object.entries(named).map(([name, schema]) => [`\`${name}\``, `\`${written(schema)}\``]),
)}

## Scopes

${Object.entries(rowSchemas)
  .map(
    ([scope, kinds]) =>
      `### ${scope}\n\n${table(
        ['kind', 'row'],
        Object.entries(kinds).map(([kind, schema]) => [`\`${kind}\``, `\`${shape(schema)}\``]),
      )}`,
  )
  .join('\n\n')}

## Page to process (MessagePort)

${Object.entries(portVerbs)
  .map(
    ([role, verbs]) =>
      `### ${role}\n\n${
        Object.keys(verbs).length === 0
          ? 'It only looks.'
          : table(
              ['verb', 'input'],
              Object.entries(verbs as Record<string, z.ZodType>).map(([name, schema]) => [
                `\`${name}\``,
                `\`${shape(schema)}\``,
              ]),
            )
      }`,
  )
  .join('\n\n')}

## Error codes

${errorCodes.map((code) => `\`${code}\``).join(', ')}
`
}

if (import.meta.main) {
  const wanted = protocol()
  if (!process.argv.includes('--check')) writeFileSync(protocolFile, wanted)
  else if (readFileSync(protocolFile, 'utf8') !== wanted) {
    process.stderr.write('docs/protocol.md is stale: run `npm run docs` and commit it.\n')
    process.exit(1)
  }
}
