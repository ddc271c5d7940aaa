import { checkFormat } from './lib/checks/checks.mjs'
import { main } from './lib/say.mjs'
import { setup } from './setup.mjs'

await main(async () => {
  await setup()
  const { code, output } = await checkFormat({ write: true })
  console.log(output.trim())
  return code
})
