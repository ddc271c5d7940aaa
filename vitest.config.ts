import { defineConfig } from 'vitest/config'

const crossesProcesses = ['test/e2e/**', 'test/faults/**', 'test/gallery/**']

export default defineConfig({
  // The outer config is what both projects share; a forgotten .only must not hide the other tests.
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{dev,electron,renderer,shared,scripts,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...crossesProcesses],
          testTimeout: 20_000,
          // Files of one worker share their modules: loading zod, Temporal and the engine again for each of 250 files
          // took more than half of the time. So no test leaves anything behind in a module.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/{e2e,faults,gallery}/**/*.test.ts'],
          // One real Electron at a time: windows share the display, and two cores are not many.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
