import { amountFrom } from '../../electron/hub/payments/amount.ts'
import { mollieProvider } from '../../electron/hub/payments/mollie.ts'
import { simulatedLifetime } from '../../electron/hub/payments/simulated-payments.ts'
import { startSimulatedServer } from '../../electron/hub/payments/simulated-server.ts'
import type { PaymentPage } from '../../electron/hub/seam/payments.ts'
import { silentLog } from '../../electron/lib/log.ts'
import { paymentProviderContract } from './payment-provider.ts'

const key = 'test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM'

paymentProviderContract('Mollie, against the simulated server', async (system) => {
  const server = await startSimulatedServer({ key, system, log: silentLog })
  const press = async ({ url }: PaymentPage, action: string): Promise<void> => {
    const { status } = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ action }),
      redirect: 'manual',
    })
    if (status !== 303) throw new Error(`the page answered ${status}`)
  }
  return {
    url: server.url,
    key,
    driver: (url, own) => mollieProvider({ key: own, url, system }),
    pay: (page) => press(page, 'pay'),
    cancel: (page) => press(page, 'cancel'),
    expire: () => system.advance(simulatedLifetime),
    async amountOf({ ref }) {
      const response = await fetch(`${server.url}/v2/payments/${ref}`, {
        headers: { Authorization: `Bearer ${key}` },
      })
      const { amount } = (await response.json()) as { amount: { value: string; currency: string } }
      return { amount: amountFrom(amount.value, amount.currency) ?? -1, currency: amount.currency }
    },
    dispose: server.close,
  }
})
