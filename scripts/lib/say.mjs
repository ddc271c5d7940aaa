/** What a person has to know or do. Shown without a stack; anything else that is thrown is a bug and shows one. */
export class Stop extends Error {}

/**
 * One short line on stderr: stdout belongs to the command itself.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`foyer: ${line}\n`)
}

/**
 * Runs a command's body; it returns the exit code.
 * @param {() => Promise<number | void>} body
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    if (error instanceof Stop) say(error.message)
    else console.error(error)
    process.exitCode = 1
  }
}
