import { checkLint } from './lib/checks/checks.mjs'
import { main } from './lib/say.mjs'
import { setup } from './setup.mjs'

await main(async () => {
  await setup()
  const { code, output } = await checkLint()
  if (output) console.log(output)
  return code
})
