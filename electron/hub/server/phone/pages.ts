import { readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'

const entry = 'phone/index.html'

/** What Vite writes beside its output (`build.manifest`): which files a page needs, directly and through others. */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).optional(),
    dynamicImports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
  }),
)
type Manifest = z.infer<typeof manifestSchema>

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const compressible = new Set(['.js', '.css', '.svg'])

export interface Asset {
  type: string
  body: Buffer
  /** The same in gzip; null where that saves nothing. */
  gzipped: Buffer | null
}

export interface BuiltPages {
  html: Buffer
  /** null for a name that is none of the page's files. Rejects when one that is cannot be read. */
  asset(name: string): Promise<Asset | null>
}

/**
 * The built page for phones out of `dir`, and the files that it needs: what is not among them is not served, so a path
 * leads nowhere else. Read again after a new build. Resolves with null when there is no build.
 */
export function createPages(dir: string): () => Promise<BuiltPages | null> {
  let known: { built: number; pages: Promise<BuiltPages> } | null = null
  return async () => {
    const built = await stat(join(dir, entry)).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    )
    if (built === null) return null
    if (known?.built !== built) known = { built, pages: load(dir) }
    return known.pages
  }
}

async function load(dir: string): Promise<BuiltPages> {
  const [html, manifest] = await Promise.all([
    readFile(join(dir, entry)),
    readFile(join(dir, 'manifest.json'), 'utf8'),
  ])
  const files = filesOf(manifestSchema.parse(JSON.parse(manifest)))
  const assets = new Map<string, Promise<Asset>>()
  return {
    html,
    async asset(name) {
      const file = files.get(name)
      if (file === undefined) return null
      const asset = assets.get(name) ?? readAsset(join(dir, file))
      assets.set(name, asset)
      return asset
    },
  }
}

/** By name below /assets/: where the file lies. */
function filesOf(manifest: Manifest): Map<string, string> {
  const files = new Map<string, string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])])
      if (extname(file) in types) files.set(basename(file), file)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  visit(entry)
  return files
}

async function readAsset(path: string): Promise<Asset> {
  const body = await readFile(path)
  const extension = extname(path)
  const gzipped = compressible.has(extension) ? await promisify(gzip)(body, { level: 9 }) : null
  return { type: types[extension] ?? 'application/octet-stream', body, gzipped }
}
