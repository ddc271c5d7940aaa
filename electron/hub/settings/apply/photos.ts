import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Picture, preparePictures } from '../../pictures/prepare.ts'
import type { EngineDeps } from '../../pipeline/context.ts'
import { ConfigError, configFileName } from '../read/file.ts'
import { photoFolder } from '../read/photos.ts'
import type { Config } from '../read/schema.ts'

/** The longest side of an operator's picture, px. */
const longest = 1600

/** The pictures that the settings file names, by file name. Throws ConfigError for one that breaks off. */
export async function operatorPhotos(
  deps: Pick<EngineDeps, 'store'>,
  dir: string,
  { offers = [] }: Config,
): Promise<Map<string, Picture>> {
  const names = offers.flatMap(({ photo }) => photo ?? [])
  const files = new Map(names.map((name) => [name, readFileSync(join(dir, photoFolder, name))]))
  const { pictures, bad } = await preparePictures(deps, files, longest)
  if (bad.length > 0)
    throw new ConfigError(
      bad.map((name) => `${configFileName}: ${photoFolder}/${name} cannot be read to its end.`),
    )
  return pictures
}
