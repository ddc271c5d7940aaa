import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { Stop } from '../say.mjs'

/** A fresh Debian has no unzip. This reads what we need: stored and deflated files, below 4 GB, one at a time. */

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode Unix permission bits, 0 when the archive names none
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packedSize
 * @property {number} size
 * @property {number} offset of the local header
 */

const endSize = 22
const centralSize = 46
const localSize = 30
const longestComment = 0xffff

/**
 * The archive's directory.
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
export async function readEntries(file) {
  const { size } = await file.stat()
  const tail = await bytes(
    file,
    Math.max(0, size - endSize - longestComment),
    Math.min(size, endSize + longestComment),
  )
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Stop('this is not a complete zip archive: it has no directory at its end')
  const count = tail.readUInt16LE(end + 10)
  const start = tail.readUInt32LE(end + 16)
  if (count === 0xffff || start === 0xffffffff) throw new Stop('zip64 archives are not supported')
  const directory = await bytes(file, start, tail.readUInt32LE(end + 12))

  /** @type {ZipEntry[]} */
  const entries = []
  let at = 0
  while (entries.length < count) {
    if (directory.toString('latin1', at, at + 4) !== 'PK\x01\x02')
      throw new Stop('the zip directory is damaged')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + centralSize, at + centralSize + nameLength),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += centralSize + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * Unpacks an archive, file by file.
 * @param {string} archive
 * @param {string} target
 * @param {(name: string) => string | undefined} place where a file goes below `target`, or undefined to leave it out
 * @returns {Promise<number>} how many files were written
 */
export async function unzip(archive, target, place) {
  const file = await open(archive)
  try {
    let written = 0
    for (const entry of await readEntries(file)) {
      const path = entry.name.endsWith('/') ? undefined : place(entry.name)
      if (path === undefined) continue
      if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(path))
        throw new Stop(`zip entry outside its folder: ${path}`)
      await mkdir(dirname(join(target, path)), { recursive: true })
      await unpack(archive, file, entry, join(target, path))
      written += 1
    }
    return written
  } finally {
    await file.close()
  }
}

/**
 * @param {string} archive
 * @param {import('node:fs/promises').FileHandle} file
 * @param {ZipEntry} entry
 * @param {string} path
 */
async function unpack(archive, file, entry, path) {
  if (entry.method !== 0 && entry.method !== 8)
    throw new Stop(`${entry.name}: unknown zip method ${entry.method}`)
  // The local header repeats the name, with an extra field of its own length.
  const local = await bytes(file, entry.offset, localSize)
  const start = entry.offset + localSize + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed =
    entry.packedSize === 0
      ? Readable.from([])
      : createReadStream(archive, { start, end: start + entry.packedSize - 1 })
  const out = createWriteStream(path, { mode: entry.mode || 0o644 })
  if (entry.method === 8) await pipeline(packed, createInflateRaw(), out)
  else await pipeline(packed, out)
  if (out.bytesWritten !== entry.size) {
    throw new Stop(`${entry.name}: ${out.bytesWritten} bytes unpacked, ${entry.size} expected`)
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function bytes(file, position, length) {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Stop('the zip archive ends too early')
  return buffer
}
